package dev.baton.connect.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.connect.source.SourcePayload.PayloadState;
import dev.baton.input.FieldError;
import dev.baton.input.StrictJson;
import dev.baton.signal.SignalFeed;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Takes in what sources send: kept as it came, then mapped and recorded; what can't be waits with
 * its reasons. Nothing counts twice, however often it is sent or tried again.
 */
@Component
class PayloadIntake {
  private final SourcePayloads payloads;
  private final SignalFeed feed;
  private final Clock clock;

  PayloadIntake(SourcePayloads payloads, SignalFeed feed, Clock clock) {
    this.payloads = payloads;
    this.feed = feed;
    this.clock = clock;
  }

  /** What became of a payload. */
  record Taken(long id, PayloadState state, int signals, List<FieldError> issues) {}

  Taken take(SignalSource source, String body) {
    // PostgreSQL holds no zero in a text
    String kept = body.replace("\u0000", "");
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return record(source, payloads.add(source.name(), kept, now), kept, now);
  }

  Taken retry(SignalSource source, SourcePayload payload) {
    return record(source, payload.id(), payload.body(), payload.receivedAt());
  }

  private Taken record(SignalSource source, long id, String body, Instant receivedAt) {
    Taken taken = taken(source, id, body, receivedAt);
    payloads.tried(id, taken.state(), taken.signals(), taken.issues(), clock.instant());
    return taken;
  }

  private Taken taken(SignalSource source, long id, String body, Instant receivedAt) {
    JsonNode payload;
    try {
      payload = StrictJson.read(body);
    } catch (JsonProcessingException e) {
      return waits(id, 0, List.of(new FieldError("", StrictJson.objection(e))));
    }
    if (payload.isMissingNode()) {
      return waits(id, 0, List.of(new FieldError("", "The body is empty")));
    }
    List<ObjectNode> signals = new PayloadMapper(source.mapping(), receivedAt).signals(payload);
    List<FieldError> issues = new ArrayList<>();
    List<ObjectNode> good = good(signals, issues);
    int recorded = 0;
    List<SignalFeed.Fed> outcomes = feed.recordAll(source.sender(), good);
    payloads.toldOf(
        id, outcomes.stream().flatMap(fed -> Stream.ofNullable(fed.leadId())).distinct().toList());
    for (SignalFeed.Fed fed : outcomes) {
      recorded += fed.leadId() == null || fed.duplicate() ? 0 : 1;
      issues.addAll(fed.errors());
    }
    if (!issues.isEmpty()) {
      return waits(id, recorded, issues);
    }
    PayloadState state =
        recorded > 0
            ? PayloadState.RECORDED
            : good.isEmpty() ? PayloadState.IGNORED : PayloadState.REPEATED;
    return new Taken(id, state, recorded, List.of());
  }

  private List<ObjectNode> good(List<ObjectNode> signals, List<FieldError> issues) {
    List<ObjectNode> good = new ArrayList<>();
    for (int i = 0; i < signals.size(); i++) {
      List<FieldError> errors = feed.read(signals.get(i)).errors();
      String of = signals.size() == 1 ? "" : "[%d].".formatted(i);
      errors.forEach(error -> issues.add(new FieldError(of + error.field(), error.message())));
      if (errors.isEmpty()) {
        good.add(signals.get(i));
      }
    }
    return good;
  }

  private static Taken waits(long id, int recorded, List<FieldError> issues) {
    return new Taken(id, PayloadState.WAITING, recorded, issues);
  }
}
