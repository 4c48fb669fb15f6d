"""課から探す: the divisions and their projects, to browse, filter and take away."""
