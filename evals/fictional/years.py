"""A plan's fiscal years, plain for records and as the text prints them."""

from evals.fictional.options import Parameters

WIDE_DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")


def plain_years(parameters: Parameters) -> tuple[str, ...]:
    """The plan's years with half-width digits, such as ``令和8年度``."""
    first = parameters.first_year
    return tuple(f"令和{year}年度" for year in range(first, first + parameters.year_count))


def printed_years(parameters: Parameters) -> tuple[str, ...]:
    """The same years as the text prints them: one digit is wide (``令和８年度``), two digits only where so set."""
    return tuple(
        year.translate(WIDE_DIGITS) if parameters.wide_years or len(year) == len("令和8年度") else year
        for year in plain_years(parameters)
    )


def wide(text: str) -> str:
    """The text with full-width digits."""
    return text.translate(WIDE_DIGITS)
