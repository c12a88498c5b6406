package dev.baton.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.handoff.HandoffScenario;
import dev.baton.handoff.LeadActor;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AuditChainTest {
  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  @BeforeEach
  void begin() {
    scenario.db().sql("delete from audit_head").update();
    scenario
        .db()
        .sql("insert into audit_head (singleton, number, hash) values (true, 0, '')")
        .update();
  }

  @Test
  void who_answered_and_who_gave_a_lead_to_whom_is_in_the_audit() {
    LeadActor lead = scenario.lead("ada@audit.example").whoFits().requestsDemo();
    String owner = lead.handoff().owner();
    scenario.mona().reassigns(lead, scenario.rep(owner.equals("ben") ? "rita" : "ben"));
    scenario.rep(lead.handoff().owner()).rejects(lead, "low_intent");

    chain().catchUp();

    List<AuditEntry> entries = scenario.bean(AuditLog.class).page(null, null, 0);
    assertThat(entries).extracting(AuditEntry::what).contains("reassigned", "answered_review");
    AuditEntry review =
        entries.stream().filter(e -> e.what().equals("answered_review")).findFirst().orElseThrow();
    assertThat(review.on()).isEqualTo("handoff " + lead.handoff().id());
    assertThat(review.after()).isEqualTo("reject: low_intent");
    assertThat(review.by()).isEqualTo(lead.handoff().owner());
    assertThat(check().intact()).isTrue();
  }

  @Test
  void each_entry_is_sealed_once_whoever_seals_it() throws Exception {
    for (int i = 0; i < 1_200; i++) {
      tell("note " + i);
    }
    var nodes = Executors.newFixedThreadPool(4);
    List<Callable<Void>> sealing =
        Stream.generate(
                () ->
                    (Callable<Void>)
                        () -> {
                          chain().catchUp();
                          return null;
                        })
            .limit(4)
            .toList();
    for (var done : nodes.invokeAll(sealing)) {
      done.get();
    }
    nodes.shutdown();

    assertThat(check()).matches(AuditCheck.AuditReport::intact);
    assertThat(check().entries()).isEqualTo(1_200);
  }

  @Test
  void what_is_changed_or_removed_past_the_application_is_found() {
    tell("first");
    tell("second");
    tell("third");
    chain().catchUp();
    assertThat(check().intact()).isTrue();

    assertThat(broken("update audit_entry set person = 'rita' where value_after = 'second'"))
        .containsExactly("2: who, what or when was changed");
    repair("update audit_entry set person = 'mona'");
    assertThat(broken("update audit_entry set value_after = 'others' where value_after = 'first'"))
        .containsExactly("1: what it tells was changed");
    repair("update audit_entry set value_after = 'first' where value_after = 'others'");
    assertThat(check().intact()).isTrue();
    assertThat(broken("delete from audit_entry where value_after = 'second'"))
        .containsExactly("2: the entry is missing");
    assertThat(broken("delete from audit_link where number = 2"))
        .containsExactly("3: entries before this one are missing");
  }

  @Test
  void an_end_that_was_cut_off_is_found() {
    tell("first");
    tell("second");
    chain().catchUp();

    assertThat(broken("delete from audit_link where number = 2"))
        .containsExactly("2: the last entries are missing");
  }

  @Test
  void words_that_an_erasure_has_taken_out_leave_the_chain_whole() {
    tell("moved by [erased], as asked");
    tell("moved by Ada Lovelace");
    chain().catchUp();

    repair(
        "update audit_entry set value_after = 'moved by [erased]' where id ="
            + " (select max(id) from audit_entry)");

    assertThat(check().intact()).isTrue();
    assertThat(check().erased()).isEqualTo(2);
  }

  private AuditChain chain() {
    return scenario.bean(AuditChain.class);
  }

  private AuditCheck.AuditReport check() {
    return scenario.bean(AuditCheck.class).run();
  }

  private void tell(String words) {
    scenario.bean(AuditTrail.class).add("mona", "note", "test", null, words);
  }

  private List<String> broken(String sql) {
    repair(sql);
    return check().broken().stream().map(b -> b.link() + ": " + b.why()).toList();
  }

  private void repair(String sql) {
    scenario.db().sql(sql).update();
  }
}
