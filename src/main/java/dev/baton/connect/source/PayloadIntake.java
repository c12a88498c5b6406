package dev.baton.connect.source;

import dev.baton.connect.company.CompanySignal;
import dev.baton.connect.company.CompanySignalFeed;
import dev.baton.connect.source.SourcePayload.PayloadState;
import dev.baton.input.Conflict;
import dev.baton.input.FieldError;
import dev.baton.signal.SignalFeed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in what sources send: kept as it came, then mapped and recorded; what can't be waits with
 * its reasons. Nothing counts twice, however often it is sent or tried again.
 */
@Component
public class PayloadIntake {
  private static final Logger LOG = LoggerFactory.getLogger(PayloadIntake.class);

  /** So long nobody takes a second to record a page. */
  private static final Duration CRASHED = Duration.ofMinutes(2);

  private static final FieldError BROKEN =
      new FieldError("", "Something broke on our side when it was recorded; send it again");

  private static final FieldError LEFT_OUT = new FieldError("", "Somebody left it out");

  private final SourcePayloads payloads;
  private final PayloadReader reader;
  private final SignalFeed feed;
  private final CompanySignalFeed companies;
  private final SourceLookups lookups;
  private final TransactionTemplate transaction;
  private final Clock clock;

  PayloadIntake(
      SourcePayloads payloads,
      PayloadReader reader,
      SignalFeed feed,
      CompanySignalFeed companies,
      SourceLookups lookups,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.payloads = payloads;
    this.reader = reader;
    this.feed = feed;
    this.companies = companies;
    this.lookups = lookups;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /**
   * What became of a payload.
   *
   * @param told what it told of whom
   */
  public record Taken(
      long id, PayloadState state, int signals, List<FieldError> issues, List<Told> told) {}

  /** A signal that was recorded, or was before. */
  public record Told(String leadId, String type) {}

  public Taken take(SignalSource source, String body) {
    Kept kept = keep(source, body);
    if (lookups.isNeeded(source, kept.body())) {
      // whoever sends isn't kept waiting for what we ask of it
      payloads.lookUpAt(kept.id(), kept.at());
      return new Taken(kept.id(), PayloadState.WAITING, 0, List.of(), List.of());
    }
    return record(source, kept.id(), kept.body(), kept.at());
  }

  /**
   * Takes a page that we have asked for: kept in one transaction with how far we have got, then
   * recorded. What a crash leaves unrecorded is recorded later, and nothing counts twice.
   */
  public void pull(SignalSource source, String body, Runnable progress) {
    Kept page =
        Objects.requireNonNull(
            transaction.execute(
                status -> {
                  Kept kept = keep(source, body);
                  payloads.lookUpAt(kept.id(), kept.at().plus(CRASHED));
                  progress.run();
                  return kept;
                }));
    record(source, page.id(), page.body(), page.at());
    payloads.later(new SourcePayloads.Due(page.id(), source.name(), 0), null);
  }

  /** Keeps what no person sent; it becomes no signal. */
  public void ignore(SignalSource source, String body, String why) {
    long id = keep(source, body).id();
    payloads.tried(id, PayloadState.IGNORED, 0, List.of(new FieldError("", why)), clock.instant());
  }

  /** Leaves out what nobody can map; it goes with what was ignored. */
  void leaveOut(SourcePayload payload) {
    if (!payloads.leaveOut(payload.id(), List.of(LEFT_OUT), clock.instant())) {
      throw new Conflict("Only what waits can be left out");
    }
  }

  Taken retry(SignalSource source, SourcePayload payload) {
    return lookUp(source, payload)
        .orElseGet(
            () ->
                new Taken(
                    payload.id(),
                    PayloadState.WAITING,
                    0,
                    payloads.issues(payload.id()),
                    List.of()));
  }

  /** Takes a payload with what it points to; empty where that can't be looked up now. */
  Optional<Taken> lookUp(SignalSource source, SourcePayload payload) {
    try {
      String body = lookups.complete(source, payload.body());
      return Optional.of(record(source, payload.id(), body, payload.receivedAt()));
    } catch (LookupFailed e) {
      List<FieldError> why = List.of(new FieldError("", String.valueOf(e.getMessage())));
      payloads.tried(payload.id(), PayloadState.WAITING, 0, why, clock.instant());
      return Optional.empty();
    }
  }

  private record Kept(long id, String body, Instant at) {}

  private Kept keep(SignalSource source, String body) {
    // PostgreSQL holds no zero in a text
    String kept = body.replace("\u0000", "");
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return new Kept(payloads.add(source.name(), kept, now), kept, now);
  }

  /**
   * What breaks on our side waits too, with that as its reason: who sends would send it for ever.
   * While the database can't be used nothing is answered.
   */
  private Taken record(SignalSource source, long id, String body, Instant receivedAt) {
    Taken taken;
    try {
      taken = taken(source, id, reader.read(source, body, receivedAt));
    } catch (TransientDataAccessException
        | NonTransientDataAccessResourceException
        | TransactionException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("Payload {} of source {} could not be recorded", id, source.name(), e);
      taken = new Taken(id, PayloadState.WAITING, 0, List.of(BROKEN), List.of());
    }
    payloads.tried(id, taken.state(), taken.signals(), taken.issues(), clock.instant());
    return taken;
  }

  private Taken taken(SignalSource source, long id, MappedPayload mapped) {
    List<FieldError> issues = new ArrayList<>(mapped.issues());
    int recorded = 0;
    List<SignalFeed.Fed> outcomes = feed.recordAll(source.sender(), mapped.ofPeople());
    payloads.toldOf(
        id, outcomes.stream().flatMap(fed -> Stream.ofNullable(fed.leadId())).distinct().toList());
    List<Told> told = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      String lead = outcomes.get(i).leadId();
      if (lead != null) {
        told.add(new Told(lead, mapped.ofPeople().get(i).path("type").asText()));
      }
    }
    for (SignalFeed.Fed fed : outcomes) {
      recorded += fed.leadId() == null || fed.duplicate() ? 0 : 1;
      issues.addAll(fed.errors());
    }
    for (CompanySignal signal : mapped.ofCompanies()) {
      recorded += companies.record(signal) ? 1 : 0;
    }
    return new Taken(id, state(mapped, recorded, issues), recorded, issues, told);
  }

  private static PayloadState state(MappedPayload mapped, int recorded, List<FieldError> issues) {
    if (!issues.isEmpty()) {
      return PayloadState.WAITING;
    }
    if (recorded > 0) {
      return PayloadState.RECORDED;
    }
    return mapped.saysNothing() ? PayloadState.IGNORED : PayloadState.REPEATED;
  }
}
