"""On which days the secretariat reads that suggestions wait to be weighed, worked out by hand.

Each of the nineteen letters suggests an activity on the day it is dated, together with the
consultation that it answers, and each of the fourteen dialogue meetings and workshops on the day
after it was held (an imprecise one after its last day). The digest of the day tells of them in one
line, named by the first; on a Saturday, a Sunday or a holiday it is the next working day's.
"""

IN_2016 = ("SEK",)
SECRETARIAT = ("SEK", "SEK1", "SEK2")


def _told(day: str, first: str) -> tuple[str, str, tuple[str, ...]]:
    people = IN_2016 if day < "2020" else SECRETARIAT
    return (day, f"ActivitySuggested-{first}-suggested", people)


SUGGESTED = tuple(
    _told(day, first)
    for day, first in (
        ("2016-05-18", "A2016-01"),  # L2016-01
        ("2016-08-15", "A2016-02"),  # L2016-02
        ("2020-06-04", "A2020-01"),  # L2020-01
        ("2020-06-30", "A2020-02"),  # L2020-02
        ("2020-11-02", "A2020-03"),  # L2020-03
        ("2020-11-13", "A2020-04"),  # M2020-02, a workshop on the 12th
        ("2021-01-04", "A2021-01"),  # L2021-01
        ("2021-02-08", "A2021-02"),  # L2021-02
        ("2021-04-08", "A2021-03"),  # L2021-03
        ("2021-06-15", "A2021-04"),  # M2021-04
        ("2021-08-19", "A2021-05"),  # L2021-04
        ("2022-02-03", "A2022-01"),  # M2022-01
        ("2022-02-28", "A2022-02"),  # L2022-01
        ("2022-03-14", "A2022-03"),  # L2022-02, dated Sunday the 13th
        ("2022-03-31", "A2022-04"),  # M2022-02
        ("2022-04-19", "A2022-05"),  # L2022-03
        ("2022-06-01", "A2022-06"),  # M2022-15 and M2022-16, "in spring 2022"
        ("2022-06-07", "A2022-08"),  # M2022-03, Friday the 3rd; Monday is Whit Monday
        ("2022-06-14", "A2022-09"),  # L2022-04
        ("2022-09-13", "A2022-10"),  # M2022-05
        ("2022-09-20", "A2022-11"),  # L2022-05 and M2022-06
        ("2022-09-28", "A2022-13"),  # M2022-08
        ("2022-10-03", "A2022-14"),  # L2022-06
        ("2022-10-13", "A2022-15"),  # M2022-10
        ("2022-10-28", "A2022-16"),  # M2022-11
        ("2022-11-30", "A2022-17"),  # L2022-07
        ("2022-12-01", "A2022-18"),  # M2022-17 and M2022-18, "in autumn 2022"
        ("2022-12-02", "A2022-20"),  # L2022-08 and L2022-09
        ("2022-12-19", "A2022-22"),  # L2022-10, the answer to C2023-01
    )
)
