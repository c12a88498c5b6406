package dev.baton.engine.rehearsal;

import dev.baton.sql.Sql;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Query of where the instances of a process wait for their timers. */
@Component
public class WaitingSteps {
  private final JdbcClient db;

  WaitingSteps(JdbcClient db) {
    this.db = db;
  }

  /** Of a process by its key, what is due first first. */
  public List<WaitingStep> of(String process) {
    Map<String, Map<String, Instant>> instants = instants(process);
    return db.sql(
            """
            select i.BUSINESS_KEY_ as business_key, j.PROCESS_INSTANCE_ID_ as instance,
              d.ACT_ID_ as element, j.DUEDATE_ as due
            from ACT_RU_JOB j join ACT_RU_EXECUTION i on i.ID_ = j.PROCESS_INSTANCE_ID_
              join ACT_RU_JOBDEF d on d.ID_ = j.JOB_DEF_ID_
            where j.PROCESS_DEF_KEY_ = :process and j.TYPE_ = 'timer'
              and i.BUSINESS_KEY_ is not null and j.DUEDATE_ is not null
            order by j.DUEDATE_, j.ID_
            """)
        .param("process", process)
        .query(
            (row, number) ->
                new WaitingStep(
                    row.getString("business_key"),
                    row.getString("element"),
                    Sql.instant(row, "due"),
                    instants.getOrDefault(row.getString("instance"), Map.of())))
        .list();
  }

  /** By instance and name. */
  private Map<String, Map<String, Instant>> instants(String process) {
    Map<String, Map<String, Instant>> instants = new HashMap<>();
    db.sql(
            """
            select v.PROC_INST_ID_ as instance, v.NAME_ as name, v.LONG_ as millis
            from ACT_RU_VARIABLE v join ACT_RE_PROCDEF d on d.ID_ = v.PROC_DEF_ID_
            where d.KEY_ = :process and v.TYPE_ = 'date' and v.LONG_ is not null
            """)
        .param("process", process)
        .query(
            row -> {
              instants
                  .computeIfAbsent(row.getString("instance"), none -> new HashMap<>())
                  .put(row.getString("name"), Instant.ofEpochMilli(row.getLong("millis")));
            });
    return instants;
  }
}
