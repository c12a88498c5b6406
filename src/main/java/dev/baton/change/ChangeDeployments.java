package dev.baton.change;

import dev.baton.engine.deploy.ChangeNumbers;
import dev.baton.sql.Sql;
import java.util.Collection;
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

  private record Deployed(String deploymentId, long changeId) {}

  void add(String deploymentId, long changeId) {
    db.sql(
            """
            insert into model_change_deployment (deployment_id, change_id)
            values (:deployment, :change)
            """)
        .param("deployment", deploymentId)
        .param("change", changeId)
        .update();
  }

  @Override
  public Map<String, Long> of(Collection<String> deploymentIds) {
    return Sql.byIds(
            deploymentIds,
            some ->
                db.sql(
                        """
                        select deployment_id, change_id from model_change_deployment
                        where deployment_id in (:ids)
                        """)
                    .param("ids", some)
                    .query(
                        (rs, row) ->
                            new Deployed(rs.getString("deployment_id"), rs.getLong("change_id")))
                    .list())
        .stream()
        .collect(Collectors.toMap(Deployed::deploymentId, Deployed::changeId));
  }
}
