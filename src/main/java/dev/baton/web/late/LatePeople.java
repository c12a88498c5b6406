package dev.baton.web.late;

import dev.baton.people.People;
import dev.baton.people.Team;
import dev.baton.web.late.OwedAnswers.Owed;
import dev.baton.web.staff.RepRow;
import dev.baton.web.staff.RepRows;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is late, who will be, and who has how much and is here. */
@Component
public class LatePeople {
  private static final Comparator<Row> WORST_FIRST =
      Comparator.comparingLong(Row::late)
          .thenComparingLong(Row::atRisk)
          .thenComparingLong(Row::open)
          .reversed()
          .thenComparing(row -> row.rep().person().name());

  private final OwedAnswers owed;
  private final RepRows reps;
  private final People people;

  LatePeople(OwedAnswers owed, RepRows reps, People people) {
    this.owed = owed;
    this.reps = reps;
    this.people = people;
  }

  /**
   * One rep.
   *
   * @param oldest when the first answer that they owe was due, or is
   */
  public record Row(RepRow rep, long late, long atRisk, @Nullable Instant oldest) {
    static Row of(RepRow rep, @Nullable Owed owed) {
      return owed == null
          ? new Row(rep, 0, 0, null)
          : new Row(rep, owed.late(), owed.atRisk(), owed.oldest());
    }

    public long open() {
      return rep.openLeads();
    }

    /** Whether they have as many open leads as they may. */
    public boolean isFull() {
      Integer cap = rep.person().terms().openCap();
      return cap != null && open() >= cap;
    }

    boolean isNews() {
      return oldest != null || open() > 0 || rep.mayBeBack();
    }
  }

  /** The worst first; who has nothing and is here isn't named. */
  public List<Row> rows(Instant now) {
    Map<String, Owed> byOwner = owed.byOwner(now);
    return reps.of(people.activeReps(Team.EVERYBODY), now).stream()
        .flatMap(rep -> Stream.of(Row.of(rep, byOwner.get(rep.person().id()))))
        .filter(Row::isNews)
        .sorted(WORST_FIRST)
        .toList();
  }
}
