package dev.baton.insight.funnel.imported;

import dev.baton.insight.funnel.FunnelFacts;
import dev.baton.insight.rollup.ChangeLog;
import dev.baton.sql.RowInsert;
import dev.baton.sql.Sql;
import dev.baton.stage.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Funnel entries of imported history (rule R26): counted as any other, marked by their import. */
@Component
public class ImportedFunnel {
  private static final Set<Stage> WITH_VALUE = EnumSet.of(Stage.OPPORTUNITY, Stage.CUSTOMER);

  private final JdbcClient db;
  private final ChangeLog changes;

  ImportedFunnel(JdbcClient db, ChangeLog changes) {
    this.db = db;
    this.changes = changes;
  }

  /** Counts them; within a transaction. */
  public void add(String importId, List<ImportedHandoff> handoffs) {
    RowInsert rows =
        new RowInsert(
            "funnel_entry",
            "unit_id",
            "stage",
            "lead_id",
            "cohort_at",
            "entered_at",
            "source",
            "campaign",
            "channel",
            "amount",
            "currency",
            "closed_at",
            "question",
            "reason",
            "by_rule",
            "import_id");
    List<String> units = new ArrayList<>();
    for (ImportedHandoff handoff : handoffs) {
      String unit = Sql.newId();
      units.add(unit);
      handoff.reached().forEach((stage, at) -> reached(rows, importId, unit, handoff, stage, at));
      ImportedHandoff.Rejection no = handoff.no();
      if (no != null) {
        row(rows, importId, unit, handoff, no.stage(), no.at(), null, no);
      }
    }
    if (!units.isEmpty()) {
      rows.run(db);
      changes.add(FunnelFacts.TABLE, "unit_id in (:units)", Map.of("units", units));
    }
  }

  private static void reached(
      RowInsert rows,
      String importId,
      String unit,
      ImportedHandoff handoff,
      Stage stage,
      Instant at) {
    Instant closedAt = stage == Stage.OPPORTUNITY ? handoff.endedAt() : null;
    row(rows, importId, unit, handoff, stage.name(), at, closedAt, null);
  }

  private static void row(
      RowInsert rows,
      String importId,
      String unit,
      ImportedHandoff handoff,
      String stage,
      Instant at,
      @Nullable Instant closedAt,
      ImportedHandoff.@Nullable Rejection no) {
    boolean hasValue = WITH_VALUE.stream().anyMatch(some -> some.name().equals(stage));
    Instant mqlAt = handoff.reached().getOrDefault(Stage.MQL, at);
    rows.row(
        unit,
        stage,
        handoff.lead().id(),
        Sql.timestamp(mqlAt),
        Sql.timestamp(at),
        handoff.lead().source(),
        handoff.lead().campaign(),
        handoff.lead().channel() == null ? null : handoff.lead().channel().word(),
        hasValue ? handoff.value() : null,
        hasValue ? handoff.currency() : null,
        Sql.timestampOrNull(closedAt),
        no == null ? null : no.question(),
        no == null ? null : no.reason(),
        false,
        importId);
  }

  /** Takes the entries of leads back; within a transaction. */
  public void remove(String importId, Collection<String> leadIds) {
    Map<String, Object> which = Map.of("importId", importId, "leadIds", leadIds);
    String ofImport = "import_id = :importId and lead_id in (:leadIds)";
    changes.takeBack(FunnelFacts.TABLE, ofImport, which);
    db.sql("delete from funnel_entry where " + ofImport).params(which).update();
  }
}
