"""Any session whatever: people who tap at random, and what must hold after every act (R-6, S-2)."""

from random import Random

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from sizain.method import commands as c
from sizain.method.clock import Choice, ClockError, extending, rebalancing
from sizain.method.contract import Answer, accepted
from sizain.method.decide import decide
from sizain.method.decide.thread import announced, announced_shares
from sizain.method.events import StageEntered
from sizain.method.evolve import replay
from sizain.method.refusals import Refusal, Why
from sizain.method.rules import Posture, acts_of, posture, why_not
from sizain.method.safety import suspended
from sizain.method.seance import STAGES, Limits, Place, Role, Seance, Stage, Standing, Way
from sizain.method.sight import PROJECTOR, Sights
from sizain.method.thread import earlier_stages
from tests.method.chosen import CHOOSING, chooses, is_a_choice
from tests.method.explored import EXPLORING, explores
from tests.method.held import AWA, HELENE, INES, KARIM, OMAR, STAN, THOMAS, Held
from tests.method.relayed import RELAYING, relays
from tests.method.seen import leaks
from tests.method.steps import PLANNING, is_a_plan, plans

SEATS = 9
LATE = ("@late-1", "@late-2", "@late-3")
EVERYBODY = (HELENE, KARIM, THOMAS, AWA, INES, OMAR, STAN, *LATE)
IN_STEPS = (Stage.EXPLORATION, Stage.SYNTHESIS, Stage.META, Stage.CLOSING)


class AnySession(RuleBasedStateMachine):
    """Starts anywhere in the thread, then nobody behaves."""

    @initialize(
        stage=st.sampled_from(STAGES),
        place=st.sampled_from(Place),
        minutes=st.sampled_from([{}, {"retour": 5}, {"choice": 0, "opening": 0}]),
        observer=st.booleans(),
        of=st.tuples(st.booleans(), st.sampled_from(Way)),
    )
    def begins(self, stage: Stage, place: Place, minutes: dict[str, int], observer: bool, of: tuple[bool, Way]) -> None:
        self.held = held = Held(place=place, minutes=minutes, limits=Limits(seats=SEATS), traces_live=of[0], way=of[1])
        self.looked_at: Seance | None = None
        held.replays = False  # once, at the end
        self.texts = ["the-sentence"]  # every text that was ever kept
        held.sits(KARIM, THOMAS, AWA)
        held.sits(OMAR, charter=observer)
        for seat in (KARIM, THOMAS):
            self.asks(c.DepositTopic(seat, seat, self.text(), 10))
        if observer:
            held.do(c.NameObserver(HELENE, OMAR, True))
        while STAGES.index(held.seance.stage) < STAGES.index(stage):
            if held.seance.stage is Stage.CHOICE:
                held.do(c.HearAcceptance(HELENE, KARIM))
                self.asks(c.HearObserverAccepted(HELENE, OMAR))
            held.goes_on()

    def asks(self, command: c.Command) -> bool:
        """Asks, and goes on with the journal's own copy when it is not refused."""
        held = self.held
        at_door = isinstance(command, c.AskToEnter)
        who = Posture.WAITING if at_door else posture(held.seance, command.by)
        table = why_not(held.seance.stage, who, command.act, held.seance.lifted)
        try:
            decided = decide(held.seance, command, held.now)
        except Refusal as refusal:
            return self.said(table, refusal.why)
        assert table is None
        for event in decided:
            if isinstance(event, StageEntered) and held.seance.stage is Stage.CONTRACT and not event.loop:
                assert accepted(held.seance)
            held.happen(event)
        return bool(decided)

    def said(self, table: Why | None, why: Why) -> bool:
        """What the table refuses is refused for its reason."""
        assert table in (None, why)
        return False

    def text(self) -> str:
        self.texts.append(f"text-{len(self.texts):04}")
        return self.texts[-1]

    def command(self, act: str, by: str, draw: Random) -> c.Command:
        """That act by `by`, about anybody where it is about somebody."""
        here, clock = self.held.seance.stage, None if suspended(self.held.seance) else self.held.seance.clock
        choice, yes = draw.choice([None, *Choice]), draw.random() < 0.5
        length = draw.choice([10] * 6 + [0, 121, 601])
        seat = draw.choice(EVERYBODY)
        if act in CHOOSING:
            return chooses(act, by, seat, EVERYBODY, draw, self.text, length)
        if act in EXPLORING:
            return explores(act, by, seat, self.held.seance, draw, self.text, length)
        if act in PLANNING:
            return plans(act, by, seat, self.held.seance, draw, self.text, length)
        match act:
            case "advance":
                return c.Advance(by, here, yes, choice)
            case "go-back":
                return c.GoBack(by, here, draw.choice(earlier_stages(self.held.seance) or STAGES), choice)
            case "choose-format":
                return c.ChooseFormat(by, draw.choice([20, 45, 90, 240]), {})
            case "answer-contract":
                return c.AnswerContract(by, draw.choice([*Answer]))
            case "hear-answer":
                return c.HearAnswer(by, seat, draw.choice([*Answer]))
            case "extend":
                quoted = announced(extending(clock, self.held.now, 120, choice)) if clock else ""
                return c.Extend(by, 120, choice, quoted)
            case "rebalance":
                try:
                    return c.Rebalance(by, announced_shares(rebalancing(clock, self.held.now)) if clock else "")
                except ClockError:
                    return c.Rebalance(by, "said")
            case "say-ready":
                return c.SayReady(by, yes)
            case "excuse":
                return c.Excuse(by, seat, yes)
            case "name-observer":
                return c.NameObserver(by, seat, yes)
            case _ if act in RELAYING:
                return relays(act, by, seat, self.held.seance, draw, self.text, length)
            case _:
                cls = next(one for one in _commands() if one.act == act)
                wanted = cls.__dataclass_fields__
                about = {"seat": seat, "length": length, "choice": choice} | (
                    {"text": self.text()} if "text" in wanted else {}
                )
                return cls(by, **{name: value for name, value in about.items() if name in wanted})

    @rule(draw=st.randoms(use_true_random=False), times=st.integers(1, 10))
    def people_do_what_the_table_lets_them(self, draw: Random, times: int) -> None:
        for _ in range(times):
            seance = self.held.seance
            by = draw.choice([HELENE, *(one.id for one in seance.seats if posture(seance, one.id))])
            who = posture(seance, by)
            seldom = set() if draw.random() < 0.1 else {"erase-consultation"}  # it would leave little of any session
            acts = acts_of(seance.stage, who, seance.lifted) - {"enter", "add-seat", "close", *seldom} if who else set()
            if acts:
                self.asks(self.command(draw.choice(sorted(acts)), by, draw))

    @rule(draw=st.randoms(use_true_random=False), by=st.sampled_from(EVERYBODY))
    def somebody_tries_anything(self, draw: Random, by: str) -> None:
        self.asks(self.command(draw.choice(sorted({one.act for one in _commands()} - {"enter", "add-seat"})), by, draw))

    @rule(seat=st.sampled_from(LATE), how=st.sampled_from(["expected", "added", "alone"]))
    def somebody_comes(self, seat: str, how: str) -> None:
        known = self.held.seance.seat(seat)
        if known is None and how != "alone":
            self.asks(c.AddSeat(HELENE, seat, expected=how == "expected"))
        elif known is None or known.standing is Standing.EXPECTED:
            self.asks(c.AskToEnter(seat))
        else:
            self.asks(c.ComeBack(seat)) or self.asks(c.Admit(HELENE, seat))

    @rule(seat=st.sampled_from(EVERYBODY))
    def somebody_leaves_and_comes_back(self, seat: str) -> None:
        self.asks(c.Leave(seat)) and self.asks(c.ComeBack(seat))

    @rule(seat=st.sampled_from(EVERYBODY), aloud=st.booleans())
    def a_client_is_found(self, seat: str, aloud: bool) -> None:
        if aloud:
            self.asks(c.HearAcceptance(HELENE, seat))
        else:
            self.asks(c.NameClient(HELENE, seat)) and self.asks(c.AcceptPlace(seat))

    @rule()
    def a_contract_is_found(self) -> None:
        self.asks(c.ValidateContract(self.held.seance.client or STAN, self.text(), 10))

    @rule(late=st.sampled_from(STAGES))
    def a_late_screen_says_go_on(self, late: Stage) -> None:
        here = self.held.seance.stage
        assert not self.asks(c.Advance(HELENE, late, agreed=True)) or late is here

    @rule(minutes=st.integers(-5, 40))
    def time_goes_by(self, minutes: int) -> None:
        self.held.passes(minutes)

    @invariant()
    def seats_are_unique_and_within_the_limit(self) -> None:
        seance = self.held.seance
        ids = [seat.id for seat in seance.seats]
        assert len(ids) == len(set(ids))
        assert seance.taken <= SEATS
        leads = [seat.id for seat in seance.seats if seat.role is Role.FACILITATOR and seat.present]
        assert leads == [seance.facilitator]
        assert seance.client not in leads

    @invariant()
    def there_is_one_client_at_most_who_is_a_peer_and_engaged(self) -> None:
        seance = self.held.seance
        assert seance.named is None or seance.client is None
        assert (seance.client is None) == (seance.client_how is None)
        if seance.client:
            client = seance.seat(seance.client)
            assert client is not None
            assert client.in_circle
            assert client.role is Role.PEER
            assert client.charter

    @invariant()
    def no_observer_sits_in_a_step_whom_the_client_has_not_accepted(self) -> None:
        seance = self.held.seance
        if seance.step and seance.client:
            for seat in seance.seats:
                assert seat.role is not Role.OBSERVER or not seat.present or seat.accepted

    @invariant()
    def floor_hands_and_names_are_of_people_who_are_there(self) -> None:
        seance = self.held.seance
        for one in (seance.floor, seance.named, *seance.hands, *seance.ready):
            seat = seance.seat(one) if one else None
            assert one is None or (seat and seat.present and seat.role is not Role.FACILITATOR)
        assert len(set(seance.hands)) == len(seance.hands)

    @invariant()
    def topics_links_and_votes_are_of_people_who_have_a_place(self) -> None:
        is_a_choice(self.held.seance)

    @invariant()
    def the_steps_after_the_contract_have_one_as_long_as_it_is_not_erased(self) -> None:
        seance = self.held.seance
        if seance.stage in IN_STEPS and seance.client and seance.erased.consultation != seance.client:
            assert seance.contract.text

    @invariant()
    def an_answer_is_given_by_a_peer_to_the_contract_that_stands(self) -> None:
        seance = self.held.seance
        answered = [one.seat for one in seance.contract.answers]
        assert len(set(answered)) == len(answered)
        assert not answered or seance.contract.text
        assert HELENE not in answered

    @invariant()
    def a_round_has_one_turn_at_most_for_each_consultant(self) -> None:
        seance = self.held.seance
        rounds = seance.rounds
        assert not rounds.running or seance.stage is Stage.EXPLORATION
        everybody = [*rounds.turns, *rounds.passed, *seance.to_come]
        assert len(set(everybody)) == len(everybody)
        assert seance.client not in everybody
        assert rounds.running or not everybody

    @invariant()
    def what_is_left_in_writing_is_a_consultants_of_this_consultation(self) -> None:
        seance = self.held.seance
        left = [(trace.seat, trace.noted_by) for trace in seance.traces]
        left += [(one.seat, one.noted_by) for one in seance.ideas] + [(one.seat, None) for one in seance.questions]
        for seat, noted_by in left:
            assert seat != seance.client
            assert noted_by is None or noted_by != seance.client
            author = seance.seat(seat)
            assert author
            assert author.in_circle
        assert seance.client is None or seance.scribe != seance.client

    @invariant()
    def a_plan_is_of_three_steps_at_most_and_of_people_who_have_a_place(self) -> None:
        is_a_plan(self.held.seance)

    @invariant()
    def what_was_interrupted_is_closed_and_its_clock_stands_still(self) -> None:
        seance = self.held.seance
        assert (seance.closed_at is None) == (seance.stage is not Stage.CLOSED)
        if seance.interrupted:
            assert seance.interrupted.stage is not Stage.CLOSED
            assert seance.closed_at is not None
            assert seance.clock is None or seance.clock.suspended_since_ms is not None

    @invariant()
    def a_seat_has_one_line_of_each_kind_at_most(self) -> None:
        lines = [(one.seat, one.line) for one in self.held.seance.meta.lines]
        assert len(lines) == len(set(lines))

    @invariant()
    def nobody_sees_what_is_not_theirs_to_see(self) -> None:
        if self.looked_at is self.held.seance:
            return
        self.looked_at = self.held.seance
        sights = Sights(self.looked_at)
        for viewer in (*EVERYBODY, PROJECTOR):
            assert leaks(sights, viewer, self.texts, EVERYBODY) == set()

    def teardown(self) -> None:
        if hasattr(self, "held"):
            assert replay(self.held.journal) == self.held.seance


def _commands() -> list[type[c.Command]]:
    return c.Command.__subclasses__()


TestAnySession = AnySession.TestCase
TestAnySession.settings = settings(stateful_step_count=50)
