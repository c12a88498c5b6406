package dev.baton.engine.job;

import dev.baton.engine.Definitions;
import dev.baton.engine.EngineSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Steps and timers of all processes that failed again: the first failure may be a passing one. */
@Component
public class FailingSteps {
  /** So many attempts are left after the second failure. */
  public static final int RETRIES_LEFT = EngineSettings.ATTEMPTS - 2;

  private final JdbcClient db;
  private final Definitions definitions;

  FailingSteps(JdbcClient db, Definitions definitions) {
    this.db = db;
    this.definitions = definitions;
  }

  /**
   * A step that fails.
   *
   * @param job stays the same from attempt to attempt
   * @param version of the process
   * @param element of the process; null when the engine doesn't say
   * @param retries how many attempts are left
   */
  public record FailingStep(
      String job,
      String process,
      String version,
      @Nullable String element,
      @Nullable String businessKey,
      @Nullable String why,
      int retries) {}

  /** All of them, in no order. */
  public List<FailingStep> all() {
    return db.sql(
            """
            select j.ID_ as job, j.PROCESS_DEF_KEY_ as process, j.PROCESS_DEF_ID_ as version,
              j.FAILED_ACT_ID_ as element, e.BUSINESS_KEY_ as business_key,
              j.EXCEPTION_MSG_ as why, j.RETRIES_ as retries
            from ACT_RU_JOB j left join ACT_RU_EXECUTION e on e.ID_ = j.PROCESS_INSTANCE_ID_
            where j.EXCEPTION_STACK_ID_ is not null and j.RETRIES_ <= :left
              and j.PROCESS_DEF_KEY_ is not null
            """)
        .param("left", RETRIES_LEFT)
        .query(FailingStep.class)
        .list();
  }

  /** What its diagram calls it, such as “Assign owner”. */
  public String name(FailingStep step) {
    String element = step.element();
    return element == null ? "a step" : "“" + definitions.label(step.version(), element) + "”";
  }
}
