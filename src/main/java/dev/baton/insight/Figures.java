package dev.baton.insight;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * The figures, as whoever asks may see them: the same for the pages, Cockpit and the API.
 *
 * <p>By person, a rep sees their own row; the total is always everybody's.
 */
@Component
public class Figures {
  private static final Duration TRAILING = Duration.ofDays(90);

  private final FunnelFigures funnel;
  private final SlaFigures sla;
  private final RunningClocks running;
  private final Benchmark benchmark;
  private final DefinitionChanges changes;
  private final ReasonKinds kinds;
  private final Clock clock;

  Figures(
      FunnelFigures funnel,
      SlaFigures sla,
      RunningClocks running,
      Benchmark benchmark,
      DefinitionChanges changes,
      ReasonKinds kinds,
      Clock clock) {
    this.funnel = funnel;
    this.sla = sla;
    this.running = running;
    this.benchmark = benchmark;
    this.changes = changes;
    this.kinds = kinds;
    this.clock = clock;
  }

  public Funnel funnel(Dimension by, Basis basis, Range range, Viewer viewer) {
    return Funnel.of(
        funnel.sums(by, basis, range),
        visible(by.personal(), viewer),
        benchmark,
        trailing(basis),
        changes.in(range));
  }

  private Funnel.Trailing trailing(Basis basis) {
    Range range = lately(TRAILING);
    return new Funnel.Trailing(range, FunnelRow.of(funnel.total(basis, range)));
  }

  /** From so long ago up to and with this very moment. */
  private Range lately(Duration length) {
    Instant now = clock.instant();
    return new Range(now.minus(length), now.plusMillis(1));
  }

  /** Deadlines by their due instant. */
  public Sla sla(SlaDimension by, Range range, Viewer viewer) {
    Instant now = clock.instant();
    return Sla.of(
        sla.sums(by, range, now),
        // Whichever way the figures are cut, this list names leads: a rep reads their own only.
        running.atRisk(viewer.seesEverybody() ? null : viewer.name(), range, now),
        visible(by.personal(), viewer));
  }

  /** Noes by the instant in which they were said. */
  public Rejections rejections(Dimension by, Range range, Viewer viewer) {
    return Rejections.of(
        funnel.rejections(by, range), kinds.byReason(), visible(by.personal(), viewer));
  }

  private static Predicate<String> visible(boolean personal, Viewer viewer) {
    return personal ? viewer::maySee : key -> true;
  }
}
