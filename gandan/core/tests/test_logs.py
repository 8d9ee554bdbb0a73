import logging

from gandan.core.logs import MaskPeople


def said(message: str, *values: object) -> str:
    record = logging.LogRecord("x", logging.INFO, "", 0, message, values, None)
    MaskPeople().filter(record)
    return record.getMessage()


def test_numbers_and_addresses_of_people_never_reach_the_log() -> None:
    assert said("gọi %s cho %s", "0912 345 118", "lan@example.vn") == "gọi ••• cho •••"
    assert said("căn cước 030193004412") == "căn cước •••"


def test_codes_and_short_numbers_stay_readable() -> None:
    assert said("hồ sơ 000.31.52.H24-261123-0007, 12 tệp") == "hồ sơ 000.31.52.H24-261123-0007, 12 tệp"
