"""The mirror, the attendance list and the removal of a session in a browser."""

from playwright.sync_api import expect

from tests.browser.cast import MakeDevice, OpenTable, Table
from tests.browser.hands import reads
from tests.browser.test_open_to_all import is_open_to_all
from tests.ground.server import Server


def ended(table: Table) -> Table:
    """With a loop, a pause, rounds and a lifted lock in it."""
    helene = table.seated("Karim", "Thomas", "Awa", "Mathilde").observed().on_to("clarification").helene
    helene.act("give-floor", seat=table["Thomas"].seat)
    helene.act("pause")
    helene.act("resume")
    helene.act("lift-lock", rule="R4")
    table.on_to("exploration")
    helene.act("open-round", kind="ideas")
    helene.act("go-back", from_stage="exploration", to="contract")
    table.stage = "contract"
    helene.act("advance", from_stage="contract", agreed="yes")
    table.stage = "exploration"
    return table.on_to("closed")


def test_the_mirror_is_read_by_everybody_who_facilitates_and_both_files_are_taken_away(
    house: Server, open_table: OpenTable, make_device: MakeDevice
) -> None:
    table = ended(open_table(house))
    device = table.helene.device(make_device, house)
    page = device.open(table.helene.path)
    page.get_by_role("link", name="Ouvrir le miroir et la liste de présence").click()
    reads(page, "Miroir de séance", "Une boucle", "Les verrous levés", "Liste de présence", "Thomas")
    expect(page.get_by_role("row", name="Clarification")).to_contain_text("22")
    is_open_to_all(page)
    for name, file in (("Télécharger le miroir", ".md"), ("Télécharger la liste", ".csv")):
        with page.expect_download() as taken:
            page.get_by_role("link", name=name).click()
        assert taken.value.suggested_filename.endswith(file)


def test_a_session_without_a_client_is_removed_in_two_presses(
    house: Server, open_table: OpenTable, make_device: MakeDevice
) -> None:
    table = open_table(house).seated("Karim", "Thomas")
    table.helene.act("interrupt")
    page = table.helene.device(make_device, house).open(table.helene.path)
    page.get_by_role("link", name="Supprimer la séance").click()
    reads(page, "Supprimer la séance", "Ce qui s’efface")
    is_open_to_all(page)
    page.get_by_role("button", name="Oui, supprimer la séance").click()
    reads(page, "La séance est supprimée.")
    is_open_to_all(page)
    page.goto(table.helene.path)
    reads(page, "Il n’y a rien à cette adresse.")
