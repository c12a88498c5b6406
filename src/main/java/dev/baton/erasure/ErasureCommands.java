package dev.baton.erasure;

import dev.baton.engine.task.UserTasks;
import dev.baton.input.ApiProblem;
import dev.baton.input.Conflict;
import dev.baton.input.FieldReader;
import dev.baton.lead.ErasedLeads;
import dev.baton.lead.Lead;
import dev.baton.lead.LeadRecordMerge;
import dev.baton.privacy.AuditEntry;
import dev.baton.privacy.ErasedPerson;
import dev.baton.privacy.PersonErased;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Erases a person (rule R25), in one transaction. */
@Component
public class ErasureCommands {
  private static final int LONGEST = 1000;

  private final LeadRecordMerge merge;
  private final ErasedLeads leads;
  private final PersonRecords records;
  private final ErasedRows rows;
  private final UserTasks tasks;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  ErasureCommands(
      LeadRecordMerge merge,
      ErasedLeads leads,
      PersonRecords records,
      ErasedRows rows,
      UserTasks tasks,
      ApplicationEventPublisher facts,
      Clock clock) {
    this.merge = merge;
    this.leads = leads;
    this.records = records;
    this.rows = rows;
    this.tasks = tasks;
    this.facts = facts;
    this.clock = clock;
  }

  /**
   * What became of a person.
   *
   * @param leadId the lead that the id stood for
   * @param records how many records were one person
   */
  public record Erased(String leadId, int records, Instant at) {}

  public Erased erase(String id, Map<String, Object> fields, String by) {
    String known = survivor(id);
    FieldReader given = new FieldReader(fields);
    String reason = given.requiredText("reason", "say why, such as: asked for it", LONGEST);
    given.check();
    AtomicReference<Erased> erased = new AtomicReference<>();
    tasks.change(
        attempt -> erased.set(erased(known, Objects.requireNonNull(reason), by)),
        () -> new Conflict("Something happens with this lead just now; please try again"));
    return Objects.requireNonNull(erased.get());
  }

  private String survivor(String id) {
    return merge.survivor(id).orElseThrow(() -> unknown(id));
  }

  private Erased erased(String id, String reason, String by) {
    String leadId = survivor(id);
    List<Lead> locked = leads.lock(leadId);
    Instant now = clock.instant();
    ErasedPerson person = records.person(locked, now);
    facts.publishEvent(new PersonErased(person.leadIds(), by, now));
    leads.mark(locked, now);
    rows.erase(person, records.businessKeys(person.leadIds()));
    rows.note(new AuditEntry(now, by, "person_erased", "lead " + leadId, null, reason), person);
    return new Erased(leadId, locked.size(), now);
  }

  static ApiProblem unknown(String id) {
    return ApiProblem.notFound("There is no lead %s for you".formatted(id));
  }
}
