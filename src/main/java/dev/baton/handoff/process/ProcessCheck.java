package dev.baton.handoff.process;

import dev.baton.engine.job.FailingSteps;
import dev.baton.handoff.record.HandoffState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether each open handoff has one process, which asks what the row says or is on its way there:
 * one query over all of them. A question's clock runs exactly as long as its task is there. A deal
 * that runs needs no process, and a rejection only until the lead is back with marketing. What else
 * a designer has put between two questions (a task, a timer, a called process) is a way too.
 */
@Component
public class ProcessCheck {
  /** More than anybody looks at; when these are right, others follow. */
  private static final int MOST = 500;

  private static final List<String> QUESTIONS =
      HandoffState.ANSWERABLE.stream().map(HandoffState::task).toList();

  private static final String PROBLEMS =
      """
      select h.id as handoff_id, case
          when (select count(*) from ACT_RU_EXECUTION p where {of the handoff}) = 0
            then case when {deal} then null else 'NO_PROCESS' end
          when (select count(*) from ACT_RU_EXECUTION p where {of the handoff}) > 1
            then 'SEVERAL_PROCESSES'
          when exists (select 1 from ACT_RU_EXECUTION p
              where {of the handoff} and p.SUSPENSION_STATE_ = 2)
            then 'SUSPENDED'
          when h.state in ('FIRST_TOUCH', 'OPPORTUNITY')
              and exists (select 1 from deadline d
                where d.handoff_id = h.id and d.clock = 'qualification'
                  and d.met_at is null and d.ended_at is null and d.voided_at is null)
              and not exists (select 1 from ACT_RU_EXECUTION p
                join ACT_RU_TASK t on t.PROC_INST_ID_ = p.ID_
                where {of the handoff} and t.TASK_DEF_KEY_ = 'qualifyLead')
            then 'NO_TASK'
          when not {deal} and exists (select 1 from ACT_RU_EXECUTION p
              join ACT_RU_TASK t on t.PROC_INST_ID_ = p.ID_
              where {of the handoff} and t.TASK_DEF_KEY_ = {asked})
            then null
          when h.state <> 'CLOSED' and exists (select 1 from ACT_RU_EXECUTION p
              join ACT_RU_EXECUTION q on q.PROC_INST_ID_ = p.ID_
              where {of the handoff} and q.ACT_ID_ in (:questions)
                and not exists (select 1 from ACT_RU_JOB b
                  where b.EXECUTION_ID_ = q.ID_ and b.HANDLER_TYPE_ = 'async-continuation')
                and not (q.ACT_ID_ = 'qualifyLead' and h.state in ('FIRST_TOUCH', 'OPPORTUNITY')))
            then 'NO_TASK'
          when exists (select 1 from ACT_RU_EXECUTION p
              join ACT_RU_JOB j on j.PROCESS_INSTANCE_ID_ = p.ID_
              where {of the handoff} and (j.SUSPENSION_STATE_ = 2 or j.RETRIES_ = 0
                or j.EXCEPTION_STACK_ID_ is not null and j.RETRIES_ <= :retries)
                and (j.HANDLER_TYPE_ <> 'timer-transition' or not exists (select 1
                  from ACT_RU_TASK t where t.PROC_INST_ID_ = p.ID_)))
            then 'STEP_FAILS'
          when exists (select 1 from ACT_RU_EXECUTION p
              join ACT_RU_JOB j on j.PROCESS_INSTANCE_ID_ = p.ID_
              where {of the handoff} and j.HANDLER_TYPE_ <> 'timer-transition')
            then null
          when exists (select 1 from ACT_RU_EXECUTION p
              join ACT_RU_TASK t on t.PROC_INST_ID_ = p.ID_
              where {of the handoff} and t.TASK_DEF_KEY_ not in (:questions))
            then null
          when exists (select 1 from ACT_RU_EXECUTION p
              join ACT_RU_EVENT_SUBSCR s on s.PROC_INST_ID_ = p.ID_
              where {of the handoff})
            then null
          when exists (select 1 from ACT_RU_EXECUTION p
              join ACT_RU_EXECUTION c on c.ROOT_PROC_INST_ID_ = p.ID_
              join ACT_RE_PROCDEF k on k.ID_ = c.PROC_DEF_ID_
              where {of the handoff} and c.PARENT_ID_ is null
                and k.KEY_ not in ('escalation', :process))
            then null
          else 'NO_STEP'
        end as problem
      from handoff h
      where h.is_open = true
      """
          .replace(
              "{of the handoff}",
              """
              p.BUSINESS_KEY_ = h.id and p.PARENT_ID_ is null
                and p.PROC_DEF_ID_ in (select ID_ from ACT_RE_PROCDEF where KEY_ = :process)
              """)
          .replace(
              "{deal}",
              """
              (h.state = 'OPPORTUNITY'
                and exists (select 1 from opportunity o where o.handoff_id = h.id))
              """)
          .replace("{asked}", asked());

  private static final String ALL =
      "select handoff_id, problem from (%s) c where problem is not null order by handoff_id %s"
          .formatted(PROBLEMS, "fetch first %d rows only".formatted(MOST));
  private static final String ONE = PROBLEMS + " and h.id = :id";

  private final JdbcClient db;

  ProcessCheck(JdbcClient db) {
    this.db = db;
  }

  private static String asked() {
    return HandoffState.ANSWERABLE.stream()
        .map(state -> "when '%s' then '%s'".formatted(state.name(), state.task()))
        .collect(Collectors.joining(" ", "case h.state ", " end"));
  }

  /** The problem of each handoff that has one, or of the first of very many. */
  public Map<String, ProcessProblem> all() {
    return ask(ALL)
        .query(
            (rs, row) ->
                Map.entry(
                    rs.getString("handoff_id"), ProcessProblem.valueOf(rs.getString("problem"))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The problem of one handoff. */
  public Optional<ProcessProblem> of(String handoffId) {
    return ask(ONE)
        .param("id", handoffId)
        .query((rs, row) -> Optional.ofNullable(rs.getString("problem")))
        .optional()
        .flatMap(problem -> problem)
        .map(ProcessProblem::valueOf);
  }

  private JdbcClient.StatementSpec ask(String sql) {
    return db.sql(sql)
        .param("process", HandoffProcess.KEY)
        .param("questions", QUESTIONS)
        .param("retries", FailingSteps.RETRIES_LEFT);
  }
}
