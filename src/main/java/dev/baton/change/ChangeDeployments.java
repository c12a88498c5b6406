package dev.baton.change;

import dev.baton.engine.deploy.ChangeNumbers;
import dev.baton.sql.RecordRows;
import dev.baton.sql.Sql;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Repository of what was deployed for changes, in the table {@code model_change_deployment}. */
@Component
class ChangeDeployments implements ChangeNumbers {
  private final JdbcClient db;

  ChangeDeployments(JdbcClient db) {
    this.db = db;
  }

  private record Deployed(String deploymentId, long changeId, boolean isRollback) {}

  void add(String deploymentId, long changeId, boolean isRollback) {
    db.sql(
            """
            insert into model_change_deployment (deployment_id, change_id, is_rollback)
            values (:deployment, :change, :rollback)
            """)
        .param("deployment", deploymentId)
        .param("change", changeId)
        .param("rollback", isRollback)
        .update();
  }

  /** So many processes are moved to what was deployed. */
  void isMoving(String deploymentId, int processes) {
    db.sql("update model_change_deployment set moving = :moving where deployment_id = :deployment")
        .param("moving", processes)
        .param("deployment", deploymentId)
        .update();
  }

  /** A deployment to which so many processes were to move. */
  record Moved(String deploymentId, int moving) {}

  /** Those of a change, none where nothing was moved. */
  List<Moved> moved(long changeId, boolean isRollback) {
    return db.sql(
            """
            select deployment_id, moving from model_change_deployment
            where change_id = :change and is_rollback = :rollback and moving > 0
            """)
        .param("change", changeId)
        .param("rollback", isRollback)
        .query(RecordRows.of(Moved.class))
        .list();
  }

  @Override
  public Map<String, Long> of(Collection<String> deploymentIds) {
    return find(deploymentIds).stream()
        .collect(Collectors.toMap(Deployed::deploymentId, Deployed::changeId));
  }

  /** Changes that deployed some of these, and not to take themselves back; the newest first. */
  List<Long> broughtBy(Collection<String> deploymentIds) {
    return find(deploymentIds).stream()
        .filter(deployed -> !deployed.isRollback())
        .map(Deployed::changeId)
        .distinct()
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  private List<Deployed> find(Collection<String> deploymentIds) {
    return Sql.byIds(
        deploymentIds,
        some ->
            db.sql(
                    """
                        select deployment_id, change_id, is_rollback from model_change_deployment
                        where deployment_id in (:ids)
                        """)
                .param("ids", some)
                .query(RecordRows.of(Deployed.class))
                .list());
  }
}
