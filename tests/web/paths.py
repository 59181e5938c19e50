"""One address for each kind of page, and for each state that looks different."""

PATHS = (
    "/",
    "/today/meetings",
    "/today/op-eds",
    "/letters",
    "/letters?q=ingen+slike+brev",
    "/letters/L2020-02",
    "/letters/L2021-02",
    "/letters/L2021-03",
    "/letters/L2022-06",
    "/letters/L2022-10",
    "/consultations/C2021-02",
    "/deadlines/D2023-10",
    "/op-eds/O2022-02",
    "/meetings/M2023-01",
    "/reports/unanswered",
    "/reports/unanswered?as_of=1.10.2020",
    "/history",
    "/due",
    "/due?on=17.+februar+2023",
    "/due?on=2020-10-01",
    "/accessibility",
    "/me",
    "/mine",
)
REFUSED = (
    ("/nowhere", 404),
    ("/letters/L1999-01", 404),
    ("/reports/unanswered?as_of=31.2.2020", 400),
    ("/due?on=31.2.2023", 400),
)
