"""People who are not there: they open, join and act through the public surface alone, as a browser would.

`Person` is one of them; `Wire` is how they speak HTTP, `Following` how they watch a room. This room of the
house imports no other one: what it knows of Sizain is what `docs/live.md` says.
"""

from sizain.players.answers import Answer, Lost
from sizain.players.following import Batch, Following
from sizain.players.page import Form, Page, read_page
from sizain.players.person import Acted, Person, Unexpected
from sizain.players.wire import Wire

__all__ = ["Acted", "Answer", "Batch", "Following", "Form", "Lost", "Page", "Person", "Unexpected", "Wire", "read_page"]
