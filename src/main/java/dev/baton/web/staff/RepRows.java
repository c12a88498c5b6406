package dev.baton.web.staff;

import dev.baton.people.Absence;
import dev.baton.people.Absences;
import dev.baton.people.Availability;
import dev.baton.people.Person;
import dev.baton.people.Presence;
import dev.baton.web.PageTexts;
import dev.baton.web.ViewerClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Rep rows with availability and workload. */
@Component
public class RepRows {
  private final Availability availability;
  private final Absences absences;
  private final Workloads workloads;

  RepRows(Availability availability, Absences absences, Workloads workloads) {
    this.availability = availability;
    this.absences = absences;
    this.workloads = workloads;
  }

  public List<RepRow> of(List<Person> reps, Instant now) {
    Map<String, Presence> presences = availability.of(reps, now);
    Map<String, Workloads.Workload> loads = workloads.of(reps, now);
    Map<String, List<Absence>> away =
        absences.notOver(reps.stream().map(Person::id).toList(), now).stream()
            .collect(Collectors.groupingBy(Absence::person));
    return reps.stream()
        .flatMap(
            rep ->
                Stream.ofNullable(presences.get(rep.id()))
                    .map(
                        presence ->
                            new RepRow(
                                rep,
                                presence,
                                loads.getOrDefault(rep.id(), Workloads.NONE),
                                away.getOrDefault(rep.id(), List.of()),
                                new ViewerClock(rep.zone(), now, PageTexts.ofRequest()))))
        .toList();
  }
}
