package dev.baton.desk;

import dev.baton.people.Absence;
import dev.baton.people.Absences;
import dev.baton.people.Availability;
import dev.baton.people.Person;
import dev.baton.people.Presence;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds out who of the reps is here, and how much each has on their desk. */
@Component
class RepLines {
  private final Availability availability;
  private final Absences absences;
  private final Workloads workloads;

  RepLines(Availability availability, Absences absences, Workloads workloads) {
    this.availability = availability;
    this.absences = absences;
    this.workloads = workloads;
  }

  List<RepLine> of(List<Person> reps, Instant now) {
    Map<String, Presence> presences = availability.of(reps, now);
    Map<String, Workloads.Workload> loads = workloads.of(reps, now);
    Map<String, List<Absence>> away =
        absences.notOver(reps.stream().map(Person::id).toList(), now).stream()
            .collect(Collectors.groupingBy(Absence::person));
    return reps.stream()
        .map(
            rep ->
                new RepLine(
                    rep,
                    presences.get(rep.id()),
                    loads.get(rep.id()),
                    away.getOrDefault(rep.id(), List.of()),
                    new Watch(rep.zone(), now)))
        .toList();
  }
}
