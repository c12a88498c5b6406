package dev.baton.signal;

import dev.baton.engine.DecisionFailure;
import dev.baton.input.FieldError;
import dev.baton.lead.Accounts;
import dev.baton.lead.ContactDetails;
import dev.baton.lead.IdentifiedLead;
import dev.baton.lead.Lead;
import dev.baton.lead.LeadIdentities;
import dev.baton.lead.Leads;
import dev.baton.signal.SignalOutcome.Recorded;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Recorder of signals within one transaction: finds their leads, appends them to the log and
 * publishes each.
 */
@Component
class SignalRecorder {
  private final LeadIdentities identities;
  private final Leads leads;
  private final Accounts accounts;
  private final Signals signals;
  private final UnscoredSignals unscored;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  SignalRecorder(
      LeadIdentities identities,
      Leads leads,
      Accounts accounts,
      Signals signals,
      UnscoredSignals unscored,
      ApplicationEventPublisher facts,
      Clock clock) {
    this.identities = identities;
    this.leads = leads;
    this.accounts = accounts;
    this.signals = signals;
    this.unscored = unscored;
    this.facts = facts;
    this.clock = clock;
  }

  /**
   * Rows are recorded in the order in which they came, but the rows of others that they need are
   * taken in an order of their own, the same in every transaction: leads first, accounts last.
   */
  List<SignalOutcome> record(String sender, List<SignalDraft> drafts) {
    return record(sender, drafts, signal -> facts.publishEvent(new SignalRecorded(signal)));
  }

  /** Records one whose score waits until a decision table is mended. */
  SignalOutcome keep(String sender, SignalDraft draft, DecisionFailure failure) {
    Consumer<Signal> wait =
        signal -> {
          unscored.add(sender, signal, failure);
          facts.publishEvent(new SignalNotScored(failure.table()));
        };
    SignalOutcome outcome = record(sender, List.of(draft), wait).get(0);
    return outcome instanceof Recorded recorded && !recorded.duplicate()
        ? recorded.with(
            new FieldError(
                "", "Recorded; its score waits until this is mended: " + failure.sentence()))
        : outcome;
  }

  private List<SignalOutcome> record(
      String sender, List<SignalDraft> drafts, Consumer<Signal> then) {
    Map<String, Signals.Sent> sent = signals.sent(sender, ids(drafts));
    identities.meet(contactsOfNew(drafts, sent.keySet()), clock.instant());
    List<Accounts.Member> members = new ArrayList<>();
    List<SignalOutcome> outcomes = new ArrayList<>();
    drafts.forEach(draft -> outcomes.add(record(sender, draft, sent, members, then)));
    accounts.join(members, clock.instant());
    return outcomes;
  }

  private static List<String> ids(List<SignalDraft> drafts) {
    return drafts.stream().map(SignalDraft::id).filter(Objects::nonNull).toList();
  }

  /** Whoever only a repeated signal names is nobody we know of. */
  private static List<ContactDetails> contactsOfNew(List<SignalDraft> drafts, Set<String> sent) {
    Set<String> seen = new HashSet<>(sent);
    return drafts.stream()
        .filter(draft -> draft.id() == null || seen.add(draft.id()))
        .map(SignalDraft::contact)
        .toList();
  }

  private Recorded record(
      String sender,
      SignalDraft draft,
      Map<String, Signals.Sent> sent,
      List<Accounts.Member> members,
      Consumer<Signal> then) {
    String id = draft.id() == null ? UUID.randomUUID().toString() : draft.id();
    Signals.Sent before = sent.get(id);
    if (before != null) {
      return duplicate(before, draft);
    }
    Instant now = clock.instant();
    IdentifiedLead identified = identities.identify(draft.contact(), now);
    Lead lead = identified.lead();
    Signal signal = signal(id, draft, lead, now);
    if (!signals.append(sender, signal, draft.properties(), draft.contentHash())) {
      throw new ConcurrencyFailureException("The same signal is being recorded by another request");
    }
    SignalOrigin origin = draft.origin();
    leads.name(lead.id(), origin.source(), origin.campaign(), origin.channel());
    leads.learn(lead.id(), draft.profile(), signal.occurredAt(), now);
    members.add(
        new Accounts.Member(lead, draft.profile().get("domain"), draft.profile().get("company")));
    sent.put(id, new Signals.Sent(id, draft.contentHash(), lead.id(), lead.email()));
    then.accept(signal);
    List<FieldError> conflicts =
        identified.conflicts().stream().map(text -> new FieldError("lead", text)).toList();
    return new Recorded(lead.id(), lead.email(), false, conflicts);
  }

  private static Recorded duplicate(Signals.Sent sent, SignalDraft draft) {
    boolean same = sent.contentHash().equals(draft.contentHash());
    List<FieldError> issues =
        same
            ? List.of()
            : List.of(
                new FieldError("id", "Sent before with other content; the first one was kept"));
    return new Recorded(sent.leadId(), sent.email(), true, issues);
  }

  private static Signal signal(String id, SignalDraft draft, Lead lead, Instant now) {
    return new Signal(
        id,
        lead.id(),
        draft.type(),
        occurredAt(draft, now),
        now,
        now,
        draft.origin(),
        Signals.properties(draft.properties()));
  }

  /** A sender's clock may run ahead a little; nothing occurs after it was recorded. */
  private static Instant occurredAt(SignalDraft draft, Instant now) {
    Instant told = draft.occurredAt();
    return told != null && told.isBefore(now) ? told : now;
  }
}
