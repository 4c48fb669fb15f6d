"""Templates of the page's rooms: every value escaped, an unknown one an error."""

from functools import cache

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined


def render(room: str, template: str, **values: object) -> str:
    """The template ``ui/<room>/templates/<template>`` with the values filled in."""
    return _environment(room).get_template(template).render(values).strip()


@cache
def _environment(room: str) -> Environment:
    # Another room's template is included by its path within ui/.
    loader = ChoiceLoader([PackageLoader("ui", f"{room}/templates"), PackageLoader("ui", "")])
    return Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
