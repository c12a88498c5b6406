package dev.baton.signal;

import dev.baton.engine.DecisionFailure;
import dev.baton.input.FieldError;
import dev.baton.lead.Accounts;
import dev.baton.lead.Lead;
import dev.baton.lead.LeadBatch;
import dev.baton.lead.Leads;
import dev.baton.lead.ProfileUpdate;
import dev.baton.lead.ProfileValue;
import dev.baton.lead.identity.ContactMention;
import dev.baton.lead.identity.IdentifiedLead;
import dev.baton.lead.identity.KnownContacts;
import dev.baton.lead.identity.LeadIdentities;
import dev.baton.signal.SignalOutcome.Recorded;
import dev.baton.sql.Sql;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
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
    return record(sender, drafts, recorded -> facts.publishEvent(recorded));
  }

  /** Records one whose score waits until a decision table is mended. */
  SignalOutcome keep(String sender, SignalDraft draft, DecisionFailure failure) {
    Consumer<SignalRecorded> wait =
        recorded -> {
          unscored.add(sender, recorded.signal(), failure);
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
      String sender, List<SignalDraft> drafts, Consumer<SignalRecorded> then) {
    Map<String, Signals.Sent> sent = signals.sent(sender, ids(drafts));
    KnownContacts known = identities.meet(mentionsOfNew(drafts, sent.keySet()), now());
    List<Accounts.Member> members = new ArrayList<>();
    List<SignalOutcome> outcomes = new ArrayList<>();
    List<Signals.Sending> run = new ArrayList<>();
    for (SignalDraft draft : drafts) {
      String id = draft.id() == null ? Sql.newId() : draft.id();
      Signals.Sent before = sent.get(id);
      if (before != null) {
        outcomes.add(duplicate(before, draft));
        continue;
      }
      if (known.changesWho(draft.contact())) {
        // what came before was the visitor's, and is judged before anybody knows who that is
        record(sender, run, known, then);
        run.clear();
      }
      Instant now = now();
      IdentifiedLead identified = identities.identify(known, draft.contact(), now);
      Lead lead = identified.lead();
      run.add(new Signals.Sending(signal(id, draft, lead, now), draft));
      members.add(
          new Accounts.Member(lead, draft.profile().get("domain"), draft.profile().get("company")));
      sent.put(id, new Signals.Sent(id, draft.contentHash(), lead.id(), lead.email()));
      outcomes.add(recorded(identified));
    }
    record(sender, run, known, then);
    accounts.join(members, now());
    return outcomes;
  }

  /**
   * Writes signals at once and tells of them one by one, each as if the later ones weren't there.
   */
  private void record(
      String sender,
      List<Signals.Sending> run,
      KnownContacts known,
      Consumer<SignalRecorded> then) {
    if (run.isEmpty()) {
      return;
    }
    List<String> leadIds = run.stream().map(sending -> sending.signal().leadId()).toList();
    LeadBatch batch =
        new LeadBatch(leadIds, known.takeNew(leadIds), run.get(0).signal().recordedAt());
    batch.leadIds().forEach(id -> leads.know(batch, known.lead(id)));
    facts.publishEvent(new SignalsArriving(batch));
    signals.append(sender, run);
    List<List<ProfileValue>> learned =
        leads.learn(batch, run.stream().map(SignalRecorder::profile).toList());
    for (int row = 0; row < run.size(); row++) {
      Signal signal = run.get(row).signal();
      name(batch, signal, known);
      leads.know(batch, signal.leadId(), learned.get(row));
      then.accept(new SignalRecorded(signal, batch));
    }
    facts.publishEvent(new SignalsSettled(batch));
  }

  private static ProfileUpdate profile(Signals.Sending sending) {
    Signal signal = sending.signal();
    return new ProfileUpdate(
        signal.leadId(),
        signal.id(),
        sending.draft().profile(),
        signal.occurredAt(),
        signal.recordedAt());
  }

  private void name(LeadBatch batch, Signal signal, KnownContacts known) {
    SignalOrigin origin = signal.origin();
    Lead before = known.lead(signal.leadId());
    Lead named = before.named(origin.source(), origin.campaign(), origin.channel());
    if (!named.equals(before)) {
      leads.name(before.id(), origin.source(), origin.campaign(), origin.channel());
      known.put(named);
      leads.know(batch, named);
    }
  }

  private static Recorded recorded(IdentifiedLead identified) {
    Lead lead = identified.lead();
    List<FieldError> conflicts =
        identified.conflicts().stream().map(text -> new FieldError("lead", text)).toList();
    return new Recorded(lead.id(), lead.email(), false, conflicts);
  }

  /** As exact as the databases keep it. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static List<String> ids(List<SignalDraft> drafts) {
    return drafts.stream().map(SignalDraft::id).filter(Objects::nonNull).toList();
  }

  /** Whoever only a repeated signal names is nobody we know of. */
  private static List<ContactMention> mentionsOfNew(List<SignalDraft> drafts, Set<String> sent) {
    Set<String> seen = new HashSet<>(sent);
    return drafts.stream()
        .filter(draft -> draft.id() == null || seen.add(draft.id()))
        .map(SignalRecorder::mention)
        .toList();
  }

  private static ContactMention mention(SignalDraft draft) {
    SignalOrigin origin = draft.origin();
    return new ContactMention(
        draft.contact(), origin.source(), origin.campaign(), origin.channel());
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
