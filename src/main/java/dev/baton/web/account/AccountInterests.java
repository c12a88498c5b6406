package dev.baton.web.account;

import dev.baton.signal.Signal;
import dev.baton.signal.Signals;
import dev.baton.web.Labels;
import dev.baton.web.account.AccountPage.Interest;
import dev.baton.web.lead.search.LeadRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the people of an account did lately, by type of signal. */
@Component
class AccountInterests {
  private static final Duration LATELY = Duration.ofDays(90);

  private final Signals signals;
  private final Labels words;

  AccountInterests(Signals signals, Labels words) {
    this.signals = signals;
    this.words = words;
  }

  /** What most of them did comes first. */
  List<Interest> of(List<LeadRow> leads, Instant now) {
    Map<String, List<Signal>> byType =
        leads.stream()
            .flatMap(leadRow -> signals.of(leadRow.id(), now.minus(LATELY)).stream())
            .collect(Collectors.groupingBy(Signal::type));
    return byType.entrySet().stream()
        .map(type -> interest(words.act(type.getKey()), type.getValue()))
        .sorted(Comparator.comparing(Interest::people).thenComparing(Interest::times).reversed())
        .toList();
  }

  private static Interest interest(String what, List<Signal> all) {
    return new Interest(
        what,
        all.size(),
        all.stream().map(Signal::leadId).distinct().count(),
        all.stream().map(Signal::occurredAt).max(Comparator.naturalOrder()).orElseThrow());
  }
}
