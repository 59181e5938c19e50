"""What must hold between the rows of a register, and between it and what the system knows."""

from tilsvar.tests.intake.folder import Folder

REPLIES = "letter,from,received,kind\n"


def test_a_key_that_stands_twice_names_both_lines(folder: Folder) -> None:
    folder.add("letters", "L1,memo,Et annet brev,2021,KD")
    assert folder.errors() == [
        'letters.csv line 4, id: "L1" is already on line 2. Give one of the two rows another id.'
    ]


def test_a_row_that_cannot_be_read_is_still_known_by_its_key(folder: Folder) -> None:
    folder.add("letters", "L3,letter,Brev,31.02.2021,HOD")
    folder.write("replies", f"{REPLIES}L3,HOD,2021-03,final\n")
    assert len(folder.errors()) == 1


def test_keys_of_the_system_can_be_named_without_standing_in_the_register(folder: Folder) -> None:
    folder.write("replies", f"{REPLIES}L0,NFD,2021,final\n")
    known = {"letters": {"L0"}, "organisations": ["NFD"]}
    assert folder.read(known).replies[0].letter == "L0"


def test_a_key_of_the_system_in_the_register_is_a_correction_and_no_double(folder: Folder) -> None:
    assert len(folder.read({"letters": {"L1"}}).letters) == 2


def test_a_reply_from_someone_who_was_not_asked_is_refused(folder: Folder) -> None:
    folder.write("replies", f"{REPLIES}L1,KD,2021,final\n")
    assert folder.errors() == [
        (
            'replies.csv line 2, from: "KD" is not a recipient of L1 (HOD, KMD). Write one of '
            "those, or an organisation that took over from one."
        )
    ]


def test_a_successor_answers_what_its_predecessor_was_asked(folder: Folder) -> None:
    folder.write("replies", f"{REPLIES}L1,KDD,2022-03-01,final\n")
    assert folder.read().replies[0].from_ == "KDD"


def test_a_predecessor_does_not_answer_for_its_successor(folder: Folder) -> None:
    folder.add("letters", "L3,letter,Brev,2022-05-01,KDD")
    folder.write("replies", f"{REPLIES}L3,KMD,2022-06-01,final\n")
    assert folder.errors()[0].startswith('replies.csv line 2, from: "KMD" is not a recipient of L3')


def test_a_recipient_whose_successors_only_the_system_knows_is_not_judged_here(
    folder: Folder,
) -> None:
    folder.write("organisations", "key,name,kind\n")
    folder.write("replies", f"{REPLIES}L1,KDD,2022-03-01,final\n")
    assert folder.read({"organisations": ("HOD", "KD", "KMD", "KDD")}).replies


def test_a_reply_is_before_its_letter_only_if_the_last_day_of_its_date_is(folder: Folder) -> None:
    # The letter went out on 30 June 2020: a reply in June may have come that same day.
    folder.write("replies", f"{REPLIES}L1,HOD,2020-06,interim\nL1,KMD,2020-05,interim\n")
    assert folder.errors() == [
        (
            'replies.csv line 3, received: "2020-05" is before L1 was sent (2020-06-30). Correct '
            "one of them."
        )
    ]


def test_an_imprecise_sending_counts_from_its_first_day(folder: Folder) -> None:
    folder.write("replies", f"{REPLIES}L2,KD,2021-05-01,final\n")
    assert folder.read().replies


def test_two_final_replies_of_one_recipient_are_refused(folder: Folder) -> None:
    folder.write("replies", f"{REPLIES}L1,HOD,2021-01,final\nL1,HOD,2021-02,final\n")
    assert folder.errors() == [
        (
            'replies.csv line 3, from: "HOD" gave a final reply to L1 on line 2 already. Make one '
            "of the two interim, or delete it."
        )
    ]


def test_a_predecessor_and_its_successor_cannot_both_close_the_same_question(
    folder: Folder,
) -> None:
    folder.write("replies", f"{REPLIES}L1,KMD,2021-01,final\nL1,KDD,2022-02,final\n")
    assert folder.errors()[0].startswith('replies.csv line 3, from: "KDD" gave a final reply to L1')


def test_one_successor_closes_for_each_of_two_predecessors(folder: Folder) -> None:
    folder.add("organisations", "SMK,Statsministeren,ministry,KDD,2022-01-01")
    folder.add("letters", "L3,letter,Brev,2021-06-01,KMD;SMK")
    folder.write("replies", f"{REPLIES}L3,KDD,2022-02,final\nL3,KDD,2022-03,final\n")
    assert len(folder.read().replies) == 2


def test_interim_replies_may_come_one_after_the_other_and_before_the_final_one(
    folder: Folder,
) -> None:
    folder.write(
        "replies",
        f"{REPLIES}L1,HOD,2020-07,interim\nL1,HOD,2020-08,interim\nL1,HOD,2020-09,final\n",
    )
    assert len(folder.read().replies) == 3


def test_the_same_reply_twice_is_refused(folder: Folder) -> None:
    folder.write("replies", f"{REPLIES}L1,HOD,2020-07,interim\nL1,HOD,juli 2020,interim\n")
    assert folder.errors() == [
        (
            'replies.csv line 3, from: "HOD" replied so on line 2 already, on the same date. Keep '
            "one of the two."
        )
    ]


def test_organisations_cannot_take_over_from_each_other_in_a_ring(folder: Folder) -> None:
    folder.write(
        "organisations",
        "key,name,kind,successor,from\n"
        "HOD,En,ministry,KD,2021\nKD,To,ministry,KMD,2022\nKMD,Tre,ministry,HOD,2023\n",
    )
    assert folder.errors() == [
        (
            'organisations.csv line 2, successor: "KD" closes a ring of successors '
            "(HOD → KD → KMD → HOD). One of them must be the last."
        )
    ]


def test_a_letter_cannot_follow_up_itself_nor_a_later_one(folder: Folder) -> None:
    folder.write(
        "letters",
        "id,kind,title,sent,recipients,follows_up\n"
        "L1,letter,Brev,2021-01,HOD,L2\nL2,letter,Brev,2021-03,HOD,\nL3,letter,Brev,2021,HOD,L3\n",
    )
    later, itself = folder.errors()
    assert later.startswith('letters.csv line 2, follows_up: "L2" was sent 2021-03, after this let')
    assert "follow up each other (L3 → L3)" in itself


def test_a_submission_after_its_deadline_is_mentioned_and_not_refused(folder: Folder) -> None:
    folder.write(
        "consultations",
        "id,title,publisher,kind,deadline,status,submission\n"
        "C1,I tide,HOD,consultation,2021-05,submitted,L2\n"
        "C2,For sent,HOD,consultation,2021-04-30,submitted,L2\n",
    )
    assert folder.read().notes == (
        (
            "consultations.csv line 3: L2 was sent 2021-05, after the deadline 2021-04-30 of C2. "
            "It is shown as late."
        ),
    )


def test_a_letter_follows_up_several_and_a_ring_among_them_is_told_once(folder: Folder) -> None:
    folder.write(
        "letters",
        "id,kind,title,sent,recipients,follows_up\n"
        "L1,letter,Brev,2021,HOD,\nL2,letter,Brev,2021,HOD,\nL3,letter,Brev,2021,HOD,L1;L2\n",
    )
    assert folder.read().letters[2].follows_up == ("L1", "L2")

    folder.add("letters", "L4,letter,Brev,2021,HOD,L3;L5", "L5,letter,Brev,2021,HOD,L1;L4")
    assert folder.errors() == [
        (
            'letters.csv line 5, follows_up: "L3;L5" closes a ring of letters that follow up each '
            "other (L4 → L5 → L4). Correct one."
        )
    ]
