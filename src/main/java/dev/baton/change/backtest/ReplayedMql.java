package dev.baton.change.backtest;

import dev.baton.lead.Profile;
import dev.baton.signal.RecordedSignal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An MQL as the record has it, or as a proposal would have made it.
 *
 * @param causes types of the signals that it was judged by
 * @param channel how it came, as far as anybody said
 * @param profile what was known of the lead then
 */
public record ReplayedMql(
    String leadId, Instant at, Set<String> causes, @Nullable String channel, Profile profile) {

  static ReplayedMql of(PersonHistory person, String record, Instant at) {
    return new ReplayedMql(
        person.lead().id(),
        at,
        person.signals().stream()
            .filter(signal -> signal.judgedAt().equals(at))
            .map(signal -> signal.signal().type())
            .collect(Collectors.toSet()),
        channel(person, at).orElse(null),
        Profile.of(
            person.profile().stream()
                .filter(value -> person.owner(value.recordedFor(), at).equals(record))
                .map(value -> value.value())
                .toList(),
            at));
  }

  private static Optional<String> channel(PersonHistory person, Instant at) {
    return person.signals().stream()
        .filter(signal -> signal.judgedAt().equals(at))
        .map(RecordedSignal::signal)
        .map(signal -> signal.origin().channel())
        .filter(Objects::nonNull)
        .findFirst()
        .or(() -> Optional.ofNullable(person.lead().channel()))
        .map(channel -> channel.word());
  }
}
