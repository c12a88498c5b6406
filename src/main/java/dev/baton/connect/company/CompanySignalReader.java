package dev.baton.connect.company;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.input.DomainNames;
import dev.baton.input.FieldError;
import dev.baton.input.InstantText;
import dev.baton.signal.SignalFeed;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reader of company signals: a signal of the contract that names a company and no person. */
@Component
public class CompanySignalReader {
  private static final List<String> PERSON = List.of("email", "externalId", "visitorId");

  private final SignalFeed feed;
  private final Clock clock;

  CompanySignalReader(SignalFeed feed, Clock clock) {
    this.feed = feed;
    this.clock = clock;
  }

  /**
   * One as it was read.
   *
   * @param signal empty where something is wrong with it
   */
  public record Reading(Optional<CompanySignal> signal, List<FieldError> errors) {}

  /** Whether a signal names a company by its domain, and nobody in it. */
  public static boolean isCompanys(JsonNode signal) {
    JsonNode lead = signal.path("lead");
    return lead.hasNonNull("domain") && PERSON.stream().noneMatch(lead::hasNonNull);
  }

  /** Reads one; without an id its content is the id, without an instant it happened now. */
  public Reading read(String sender, ObjectNode signal) {
    ObjectNode told = signal.deepCopy();
    String said = told.path("lead").path("domain").asText("");
    Optional<String> domain = DomainNames.registrable(said);
    List<FieldError> errors = new ArrayList<>();
    if (domain.isEmpty()) {
      errors.add(
          new FieldError(
              "lead.domain",
              said.isBlank()
                  ? "Say the company's domain, such as acme.example"
                  : "'%s' names no domain, such as acme.example".formatted(said)));
    }
    // whoever it is told of later is somebody
    told.putObject("lead").put("externalId", "somebody");
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    String id = told.path("id").asText(contentId(signal));
    if (told.path("occurredAt").asText("").isBlank()) {
      told.put("occurredAt", now.toString());
    }
    errors.addAll(feed.errors(told));
    if (!errors.isEmpty()) {
      return new Reading(Optional.empty(), errors);
    }
    told.remove(List.of("id", "lead"));
    return new Reading(
        Optional.of(
            new CompanySignal(
                sender,
                id,
                domain.orElseThrow(),
                told.path("type").asText().strip(),
                InstantText.parse(told.path("occurredAt").asText()),
                told.toString())),
        List.of());
  }

  private static String contentId(ObjectNode signal) {
    byte[] content = signal.toString().getBytes(StandardCharsets.UTF_8);
    return "content:" + UUID.nameUUIDFromBytes(content);
  }
}
