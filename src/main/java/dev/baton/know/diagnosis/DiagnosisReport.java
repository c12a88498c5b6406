package dev.baton.know.diagnosis;

import dev.baton.people.Person;
import java.time.Instant;
import java.util.List;

/**
 * Diagnosis by rep.
 *
 * @param enough below so many cases there is no verdict
 */
public record DiagnosisReport(Instant from, Instant to, long enough, List<RepDiagnosis> rows) {

  /** A rep sees their own row only. */
  public DiagnosisReport seenBy(Person person) {
    return new DiagnosisReport(
        from,
        to,
        enough,
        rows.stream().filter(row -> !person.isRep() || row.rep().equals(person.id())).toList());
  }
}
