package dev.baton.routing;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who was given which lead, by which rule and among whom: append-only, and the only truth about
 * whose turn is next.
 */
@Component
public class AssignmentLedger {
  /** The rules by which leads go from and to who is away; a day's cap is for new ones. */
  public static final String STAND_IN = "stand-in";

  public static final String ABSENCE = "absence";
  public static final String BACK = "back";

  private static final List<String> OF_ABSENCES = List.of(STAND_IN, ABSENCE, BACK);
  private static final int LONGEST_NOTE = 4000;

  private static final String LAST_TURN =
      """
      e.team = :team and e.owner = p.id and e.turn is not null
        order by e.team desc, e.owner desc, e.turn desc fetch first 1 rows only""";

  private final JdbcClient db;
  private final ChoiceInputJson json;

  AssignmentLedger(JdbcClient db, ObjectMapper json) {
    this.db = db;
    this.json = new ChoiceInputJson(json);
  }

  /** Where a rep's last turn in a team ended. */
  record Standing(String owner, long lastTurn, long tag) {}

  /** How often a handoff was given to somebody, oldest first. */
  public List<LedgerEntry> of(String handoffId) {
    return db.sql("select * from routing_entry where handoff_id = :id order by id")
        .param("id", handoffId)
        .query(this::read)
        .list();
  }

  /** Writes down that somebody got a lead without a turn: claimed it, or was given it. */
  public void given(
      String handoffId, String team, @Nullable String owner, String rule, String by, Instant at) {
    add(new LedgerEntry(handoffId, at, owner, team, rule, by, null, null, null));
  }

  /** Writes a line that no choice led to. */
  void add(LedgerEntry entry) {
    insert(entry, "", null, null);
  }

  /** Writes a line and the choice by which it was decided. */
  void add(LedgerEntry entry, FairChoice choice) {
    boolean turn = entry.turn() != null;
    insert(entry, names(choice), turn ? choice.tag() : null, turn ? choice.base() : null);
  }

  private void insert(
      LedgerEntry entry, String candidates, @Nullable Long tag, @Nullable Long base) {
    db.sql(
            """
            insert into routing_entry (handoff_id, team, turn, owner, candidates, routed_at, rule,
              assigned_by, skill, tag, base, considered)
            values (:handoffId, :team, :turn, :owner, :candidates, :at, :rule, :by, :skill, :tag,
              :base, :considered)
            """)
        .param("handoffId", entry.handoffId())
        .param("team", entry.team())
        .param("turn", entry.turn())
        .param("owner", entry.owner())
        .param("candidates", candidates)
        .param("at", Sql.timestamp(entry.at()))
        .param("rule", entry.rule())
        .param("by", entry.by())
        .param("skill", entry.skill())
        .param("tag", tag)
        .param("base", base)
        .param("considered", json.write(entry.considered()))
        .update();
  }

  /** Where the team stood after a turn. */
  long base(String team, long turn) {
    return db.sql("select base from routing_entry where team = :team and turn = :turn")
        .param("team", team)
        .param("turn", turn)
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  /**
   * Where these reps stand in the team; each is two looks into an index, however long the ledger:
   * H2 takes the last row of one only when the order names all its columns.
   */
  Map<String, Standing> standings(String team, Collection<String> reps) {
    return db
        .sql(
            """
            select p.id as owner,
              (select e.turn from routing_entry e where %1$s) as last_turn,
              (select e.tag from routing_entry e where %1$s) as tag
            from person p where p.id in (:reps)
            """
                .formatted(LAST_TURN))
        .param("team", team)
        .param("reps", reps)
        .query(
            (row, number) ->
                new Standing(row.getString("owner"), row.getLong("last_turn"), row.getLong("tag")))
        .list()
        .stream()
        .collect(Collectors.toMap(Standing::owner, standing -> standing));
  }

  /** How many leads somebody was given since an instant, but for absences, in whatever way. */
  int given(String rep, Instant since) {
    return db.sql(
            """
            select count(distinct handoff_id) as given from routing_entry
            where owner = :rep and routed_at >= :since and rule not in (:ofAbsences)
            """)
        .param("ofAbsences", OF_ABSENCES)
        .param("rep", rep)
        .param("since", Sql.timestamp(since))
        .query(Integer.class)
        .single();
  }

  /** A note for whoever reads the table; a crowd that doesn't fit must not stop the turn. */
  private static String names(FairChoice choice) {
    String names = choice.candidates().collect(Collectors.joining(","));
    return names.length() <= LONGEST_NOTE ? names : names.substring(0, LONGEST_NOTE - 1) + "…";
  }

  private LedgerEntry read(ResultSet row, int number) throws SQLException {
    return new LedgerEntry(
        row.getString("handoff_id"),
        Sql.instant(row, "routed_at"),
        row.getString("owner"),
        row.getString("team"),
        row.getString("rule"),
        row.getString("assigned_by"),
        row.getObject("turn", Long.class),
        row.getString("skill"),
        json.read(row.getString("considered")));
  }
}
