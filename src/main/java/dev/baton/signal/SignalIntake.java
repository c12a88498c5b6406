package dev.baton.signal;

import dev.baton.input.FieldError;
import dev.baton.lead.Accounts;
import dev.baton.lead.ContactDetails;
import dev.baton.lead.IdentifiedLead;
import dev.baton.lead.Lead;
import dev.baton.lead.LeadIdentities;
import dev.baton.lead.Leads;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.retry.support.RetryTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Records signals: each once, whole or not at all. A batch is cut into transactions of {@value
 * #CHUNK} signals, which lock their leads in the order of their ids; a lost race is run again.
 */
@Component
class SignalIntake {
  private static final int CHUNK = 100;

  private final LeadIdentities identities;
  private final Leads leads;
  private final Accounts accounts;
  private final Signals signals;
  private final ApplicationEventPublisher facts;
  private final TransactionTemplate transaction;
  private final Clock clock;
  // Not only ConcurrencyFailureException: H2 tells some lost races by a lock that timed out.
  private final RetryTemplate retry =
      RetryTemplate.builder()
          .maxAttempts(12)
          .exponentialBackoff(10, 2, 1000, true)
          .retryOn(TransientDataAccessException.class)
          .build();

  SignalIntake(
      LeadIdentities identities,
      Leads leads,
      Accounts accounts,
      Signals signals,
      ApplicationEventPublisher facts,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.identities = identities;
    this.leads = leads;
    this.accounts = accounts;
    this.signals = signals;
    this.facts = facts;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /**
   * What became of one valid draft.
   *
   * @param leadId null when it was refused
   */
  record Outcome(String leadId, String email, boolean duplicate, List<FieldError> issues) {
    boolean isRefused() {
      return leadId == null;
    }
  }

  /** Records valid drafts of one sender; answers in their order. */
  List<Outcome> record(String sender, List<SignalDraft> drafts) {
    List<Outcome> outcomes = new ArrayList<>();
    for (int from = 0; from < drafts.size(); from += CHUNK) {
      outcomes.addAll(
          recordChunk(sender, drafts.subList(from, Math.min(from + CHUNK, drafts.size()))));
    }
    return outcomes;
  }

  /** One bad row must not take its neighbours with it. */
  private List<Outcome> recordChunk(String sender, List<SignalDraft> chunk) {
    try {
      return recordTogether(sender, chunk);
    } catch (DataIntegrityViolationException e) {
      if (chunk.size() == 1) {
        FieldError issue =
            new FieldError("", "The database refused this signal; nothing of it was kept");
        return List.of(new Outcome(null, null, false, List.of(issue)));
      }
      List<Outcome> outcomes = new ArrayList<>();
      chunk.forEach(draft -> outcomes.addAll(recordChunk(sender, List.of(draft))));
      return outcomes;
    }
  }

  private List<Outcome> recordTogether(String sender, List<SignalDraft> chunk) {
    return retry.execute(attempt -> transaction.execute(status -> recordInOrder(sender, chunk)));
  }

  /**
   * Rows are recorded in the order in which they came, but the rows of others that they need are
   * taken in an order of their own, the same in every transaction: leads first, accounts last.
   */
  private List<Outcome> recordInOrder(String sender, List<SignalDraft> chunk) {
    Map<String, Signals.Sent> sent = signals.sent(sender, ids(chunk));
    identities.meet(contactsOfNew(chunk, sent.keySet()), clock.instant());
    List<Accounts.Member> members = new ArrayList<>();
    List<Outcome> outcomes =
        chunk.stream().map(draft -> recordOne(sender, draft, sent, members)).toList();
    accounts.join(members, clock.instant());
    return outcomes;
  }

  private static List<String> ids(List<SignalDraft> chunk) {
    return chunk.stream().map(SignalDraft::id).filter(Objects::nonNull).toList();
  }

  /** Whoever only a repeated signal names is nobody we know of. */
  private static List<ContactDetails> contactsOfNew(List<SignalDraft> chunk, Set<String> sent) {
    Set<String> seen = new HashSet<>(sent);
    return chunk.stream()
        .filter(draft -> draft.id() == null || seen.add(draft.id()))
        .map(SignalDraft::contact)
        .toList();
  }

  private Outcome recordOne(
      String sender,
      SignalDraft draft,
      Map<String, Signals.Sent> sent,
      List<Accounts.Member> members) {
    if (draft.id() != null && sent.containsKey(draft.id())) {
      return duplicate(sent.get(draft.id()), draft);
    }
    Instant now = clock.instant();
    IdentifiedLead identifiedLead = identities.identify(draft.contact(), now);
    Lead lead = identifiedLead.lead();
    Signal signal = signal(draft, lead, now);
    if (!signals.append(sender, signal, draft.properties(), draft.contentHash())) {
      throw new ConcurrencyFailureException("The same signal is being recorded by another request");
    }
    leads.name(lead.id(), draft.source(), draft.campaign(), draft.channel());
    leads.learn(lead.id(), draft.profile(), signal.occurredAt(), now);
    members.add(
        new Accounts.Member(lead, draft.profile().get("domain"), draft.profile().get("company")));
    sent.put(
        signal.id(), new Signals.Sent(signal.id(), draft.contentHash(), lead.id(), lead.email()));
    facts.publishEvent(new SignalRecorded(signal));
    List<FieldError> conflicts =
        identifiedLead.conflicts().stream().map(text -> new FieldError("lead", text)).toList();
    return new Outcome(lead.id(), lead.email(), false, conflicts);
  }

  private static Outcome duplicate(Signals.Sent sent, SignalDraft draft) {
    boolean same = sent.contentHash().equals(draft.contentHash());
    List<FieldError> issues =
        same
            ? List.of()
            : List.of(
                new FieldError("id", "Sent before with other content; the first one was kept"));
    return new Outcome(sent.leadId(), sent.email(), true, issues);
  }

  /** A sender's clock may run ahead a little; nothing occurs after it was recorded. */
  private static Instant occurredAt(SignalDraft draft, Instant now) {
    boolean told = draft.occurredAt() != null && draft.occurredAt().isBefore(now);
    return told ? draft.occurredAt() : now;
  }

  private static Signal signal(SignalDraft draft, Lead lead, Instant now) {
    return new Signal(
        draft.id() == null ? UUID.randomUUID().toString() : draft.id(),
        lead.id(),
        draft.type(),
        occurredAt(draft, now),
        now,
        now,
        draft.channel(),
        draft.source(),
        draft.campaign(),
        Signals.properties(draft.properties()));
  }
}
