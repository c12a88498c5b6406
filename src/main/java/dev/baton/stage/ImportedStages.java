package dev.baton.stage;

import dev.baton.sql.RowInsert;
import dev.baton.sql.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stages that leads had before anybody here knew of it, told by an import with their true dates
 * (rule R26). Nobody hears of them: nothing starts, and nothing is owed.
 */
@Component
public class ImportedStages {
  /** Who is recorded as having moved the lead. */
  private static final String IMPORT = "import";

  private static final Set<Stage> WITHOUT_PAST = EnumSet.of(Stage.VISITOR, Stage.LEAD);

  private final JdbcClient db;
  private final StageEntries entries;

  ImportedStages(JdbcClient db, StageEntries entries) {
    this.db = db;
    this.entries = entries;
  }

  /** A stage that was entered. */
  public record Entered(Stage stage, Instant at, @Nullable String reason) {}

  /** Those of some leads that have a past here already. */
  public Set<String> withPast(Collection<String> leadIds) {
    if (leadIds.isEmpty()) {
      return Set.of();
    }
    return entries.ofLeads(leadIds).entrySet().stream()
        .filter(
            one ->
                one.getValue().stream()
                    .anyMatch(episode -> !WITHOUT_PAST.contains(episode.stage())))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /**
   * Gives leads their past; within the transaction that has locked them.
   *
   * @param pasts by lead id, in the order of the stages; the last one is where the lead is now
   */
  public void enter(String importId, Map<String, List<Entered>> pasts) {
    RowInsert rows =
        new RowInsert(
            "stage_entry",
            "lead_id",
            "stage",
            "entered_at",
            "left_at",
            "is_current",
            "entered_by",
            "reason",
            "import_id");
    pasts.forEach(
        (lead, past) -> {
          endCurrent(importId, lead, past.get(0).at());
          for (int i = 0; i < past.size(); i++) {
            boolean isLast = i == past.size() - 1;
            rows.row(
                lead,
                past.get(i).stage().name(),
                Sql.timestamp(past.get(i).at()),
                isLast ? null : Sql.timestamp(past.get(i + 1).at()),
                isLast ? true : null,
                IMPORT,
                past.get(i).reason(),
                importId);
          }
        });
    rows.runNew(db, "The lead is in a stage already");
  }

  /** It was a lead before it was more: since then at the latest. */
  private void endCurrent(String importId, String leadId, Instant at) {
    db.sql(
            """
            update stage_entry set left_at = :at, is_current = null, ended_by_import = :importId,
              first_entered_at = entered_at,
              entered_at = case when entered_at > :at then :at else entered_at end
            where lead_id = :leadId and is_current = true
            """)
        .param("at", Sql.timestamp(at))
        .param("importId", importId)
        .param("leadId", leadId)
        .update();
  }

  /**
   * Takes the past of leads back; within a transaction.
   *
   * @return those that have moved on since, whose past stays
   */
  public Set<String> remove(String importId, Collection<String> leadIds) {
    Map<String, Object> which = Map.of("importId", importId, "leadIds", leadIds);
    Set<String> stay =
        new HashSet<>(
            db.sql(
                    """
                    select distinct past.lead_id from stage_entry past
                    where past.import_id = :importId and past.lead_id in (:leadIds)
                      and not exists (select 1 from stage_entry now
                        where now.lead_id = past.lead_id and now.is_current = true
                          and now.import_id = :importId)
                    """)
                .params(which)
                .query(String.class)
                .list());
    List<String> going = leadIds.stream().filter(id -> !stay.contains(id)).toList();
    if (!going.isEmpty()) {
      Map<String, Object> gone = Map.of("importId", importId, "leadIds", going);
      db.sql("delete from stage_entry where import_id = :importId and lead_id in (:leadIds)")
          .params(gone)
          .update();
      db.sql(
              """
              update stage_entry set left_at = null, is_current = true, ended_by_import = null,
                entered_at = first_entered_at, first_entered_at = null
              where ended_by_import = :importId and lead_id in (:leadIds)
              """)
          .params(gone)
          .update();
    }
    return stay;
  }
}
