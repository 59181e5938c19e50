"""The rows of settled letters, as the database makes them of numbers.

Tables of their own say what is alike: the words of titles, the shapes of letters (kind, area,
recipients, outcome), in which drawer such letters of a year lie, and the weeks. Both databases
understand the same words; nothing here is slower the larger the register is.
"""

from sqlalchemy import BigInteger, Column, Date, Integer, MetaData, Table, Text

from tilsvar.store.types import UtcMoment

of_the_bench = MetaData()
topic = Table("bench_topic", of_the_bench, Column("n", Integer), Column("word", Text))
shape = Table(
    "bench_shape",
    of_the_bench,
    Column("n", Integer),
    Column("kind", Text),
    Column("area", Text),
    Column("recipient", Text),
    Column("other", Text),
    Column("outcome", Text),
)
lies = Table(
    "bench_lies",
    of_the_bench,
    Column("shape", Integer),
    Column("year", Integer),
    Column("drawer", BigInteger),
)
week = Table(
    "bench_week",
    of_the_bench,
    Column("n", Integer),
    Column("year", Integer),
    Column("sent", Text),
    Column("sent_at", UtcMoment),
    Column("due", Date),
    Column("due_place", Text),
    Column("ruled", Text),
    Column("closed", Text),
    Column("closed_on", Date),
)
letter = Table(
    "bench_letter",
    of_the_bench,
    Column("i", Integer, primary_key=True),
    Column("key", Text),
    Column("topic", Integer),
    Column("shape", Integer),
    Column("week", Integer),
)

LETTERS = """
    INSERT INTO bench_letter (i, key, topic, shape, week)
    WITH RECURSIVE n(i) AS (
        SELECT CAST(0 AS INTEGER) UNION ALL SELECT i + 1 FROM n WHERE i < :letters - 1
    ), dated AS (SELECT i, CAST(:weeks AS BIGINT) * i / :letters AS week FROM n)
    SELECT i, 'L' || bench_week.year || '-' || (1000000 + i), i % :topics, i % :shapes, week
    FROM dated JOIN bench_week ON bench_week.n = week
    ORDER BY i
"""
_FACTS = """
    FROM bench_letter
    JOIN bench_topic ON bench_topic.n = bench_letter.topic
    JOIN bench_shape ON bench_shape.n = bench_letter.shape
    JOIN bench_week ON bench_week.n = bench_letter.week
    JOIN bench_lies
        ON bench_lies.shape = bench_letter.shape AND bench_lies.year = bench_week.year
"""
_TITLE = "'Innspill om ' || word || ', sak ' || i"
_BOTH = "CASE other WHEN '' THEN recipient ELSE recipient || ';' || other END"
_EXPECTED = "outcome <> 'none_expected'"
_IF_EXPECTED = f"CASE WHEN {_EXPECTED} THEN {{}} END"
_OBLIGATION = f"""
    INSERT INTO obligation
        (key, letter_key, recipient, position, expected, ruled, version, due_on, closed_on)
    SELECT key || '/' || {{who}}, key, {{who}}, {{position}}, {_EXPECTED},
        {_IF_EXPECTED.format("ruled")}, 1,
        {_IF_EXPECTED.format("due")}, {_IF_EXPECTED.format("closed_on")}
    {_FACTS} WHERE {{who}} <> ''
"""
_EVENT = f"""
    INSERT INTO event (at, name, version, about, subject, payload, "by")
    SELECT sent_at, '{{name}}', 1, 'letter', key, {{payload}}, 'import'
    {_FACTS} {{where}} ORDER BY i
"""

ROWS = (
    f"""
    INSERT INTO letter (key, kind, title, sent, area, follows_up, outcome, source, withdrawn)
    SELECT key, kind, {_TITLE}, sent, NULLIF(area, ''), '', '', '', FALSE {_FACTS} ORDER BY i
    """,
    _OBLIGATION.format(who="recipient", position=0),
    _OBLIGATION.format(who="other", position=1),
    """
    INSERT INTO reply
        (obligation_key, kind, received, sign_off, answered_by, summary, source, withdrawn)
    SELECT obligation.key, 'final', closed, 'BU', recipient, '', '', FALSE
    FROM obligation JOIN bench_letter ON bench_letter.key = letter_key
    JOIN bench_week ON bench_week.n = week
    WHERE shape IN (SELECT n FROM bench_shape WHERE outcome = 'answered')
    """,
    """
    INSERT INTO sign_off (obligation_key, code, "on", "by", note, withdrawn)
    SELECT obligation.key, 'TE', closed, 'SEK1', '', FALSE
    FROM obligation JOIN bench_letter ON bench_letter.key = letter_key
    JOIN bench_week ON bench_week.n = week
    WHERE shape IN (SELECT n FROM bench_shape WHERE outcome = 'signed_off')
    """,
    _EVENT.format(
        name="LetterSent",
        payload="""
        '{"letter": "' || key || '", "recipients": ["' || recipient || '"], "sent": "' || sent
            || '"}'
        """,
        where="",
    ),
    _EVENT.format(
        name="AnswerExpected",
        payload="""
        '{"due": "' || due || '", "letter": "' || key || '", "recipient": "' || recipient
            || '", "rule": "letter"}'
        """,
        where=f"WHERE {_EXPECTED}",
    ),
    f"""
    INSERT INTO filed (letter, drawer, sent, title, due)
    SELECT key, drawer, sent || '/' || sent || '/' || sent || '/' || key, lower({_TITLE}),
        CASE WHEN {_EXPECTED} THEN due_place ELSE '9999' END
    {_FACTS} ORDER BY i
    """,
    f"""
    INSERT INTO drawer (id, year, kind, area, recipients, standings, holds)
    SELECT drawer, bench_week.year, kind, area, {_BOTH}, outcome, count(*)
    {_FACTS} GROUP BY drawer, bench_week.year, kind, area, recipient, other, outcome
    ON CONFLICT (id) DO UPDATE SET holds = drawer.holds + excluded.holds
    """,
    f"""
    INSERT INTO search_entry (kind, key, title, words)
    SELECT 'letter', key, found, found || ' l__k_' || lower(recipient)
        || CASE other WHEN '' THEN '' ELSE ' l__k_' || lower(other) END
        || CASE area WHEN '' THEN '' ELSE ' l__k_' || lower(area) END
    FROM (
        SELECT i, key, recipient, other, area, 'l_innspill l_om l_' || word || ' l_sak l_' || i
            || ' l_l' || bench_week.year || ' l_' || (1000000 + i) AS found {_FACTS}
    ) AS said ORDER BY i
    """,  # noqa: S608 - of the words above
)
