package dev.baton.engine.deploy;

import dev.baton.engine.gate.ModelKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which models were in force together, and since when; a deployment that was deleted is gone. */
@Component
public class PastModels {
  private static final String VERSIONS =
      """
      select 'DECISION' as KIND, KEY_, ID_, VERSION_, RESOURCE_NAME_, DEPLOYMENT_ID_
        from ACT_RE_DECISION_DEF where TENANT_ID_ is null
      union all
      select 'PROCESS' as KIND, KEY_, ID_, VERSION_, RESOURCE_NAME_, DEPLOYMENT_ID_
        from ACT_RE_PROCDEF where TENANT_ID_ is null
      union all
      select 'FORM' as KIND, KEY_, ID_, VERSION_, RESOURCE_NAME_, DEPLOYMENT_ID_
        from ACT_RE_CAMFORMDEF where TENANT_ID_ is null
      """;

  /** A version as the engine keeps it. */
  private record Row(
      String kind, String key, String id, int number, String deploymentId, String file) {}

  private final JdbcClient db;
  private final ProcessEngineConfigurationImpl engine;
  private final ModelHashes hashes;

  PastModels(JdbcClient db, ProcessEngine engine) {
    this.db = db;
    this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    this.hashes = new ModelHashes(db);
  }

  /** Those of every time, the oldest first; what says the same as before is no time of its own. */
  public List<ModelsInForce> all() {
    Map<String, Instant> deployedAt = deployedAt();
    List<Row> rows = rows();
    Optional<String> first = first(rows);
    Map<String, List<ModelVersion>> byModel =
        rows.stream()
            .map(row -> version(row, first, deployedAt))
            .collect(Collectors.groupingBy(ModelVersion::model, TreeMap::new, Collectors.toList()));
    TreeSet<Instant> instants =
        byModel.values().stream()
            .flatMap(List::stream)
            .flatMap(version -> Stream.ofNullable(version.since()))
            .collect(Collectors.toCollection(TreeSet::new));
    Instant began = first.map(deployedAt::get).orElse(Instant.EPOCH);
    instants.add(
        instants.isEmpty() || began.isBefore(instants.first())
            ? began
            : instants.first().minusMillis(1));
    List<ModelsInForce> times = new ArrayList<>();
    for (Instant at : instants) {
      List<ModelVersion> models =
          byModel.values().stream().flatMap(versions -> at(versions, at).stream()).toList();
      String hash =
          hashes.of(
              models.stream().collect(Collectors.toMap(ModelVersion::model, ModelVersion::id)));
      if (times.isEmpty() || !times.get(times.size() - 1).hash().equals(hash)) {
        times.add(new ModelsInForce(at, hash, models));
      }
    }
    return times;
  }

  /** Of an instant, of those of every time. */
  public static ModelsInForce at(Instant at, List<ModelsInForce> times) {
    return times.stream()
        .filter(time -> !time.since().isAfter(at))
        .reduce((earlier, later) -> later)
        .orElse(times.get(0));
  }

  private static Optional<ModelVersion> at(List<ModelVersion> versions, Instant at) {
    return versions.stream()
        .filter(version -> version.since() == null || !version.since().isAfter(at))
        .reduce((earlier, later) -> later);
  }

  private static ModelVersion version(
      Row row, Optional<String> first, Map<String, Instant> deployedAt) {
    boolean isFirst = first.filter(row.deploymentId()::equals).isPresent();
    return new ModelVersion(
        ModelKind.valueOf(row.kind()),
        row.key(),
        row.id(),
        row.number(),
        isFirst ? null : deployedAt.get(row.deploymentId()),
        row.deploymentId(),
        row.file());
  }

  /** The deployment that most models came with first: theirs count from the beginning. */
  private static Optional<String> first(List<Row> rows) {
    return rows.stream()
        .filter(row -> row.number() == 1)
        .collect(Collectors.groupingBy(Row::deploymentId, Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey);
  }

  private List<Row> rows() {
    return db
        .sql(VERSIONS)
        .query(
            (rs, row) ->
                new Row(
                    rs.getString("KIND"),
                    rs.getString("KEY_"),
                    rs.getString("ID_"),
                    rs.getInt("VERSION_"),
                    rs.getString("DEPLOYMENT_ID_"),
                    rs.getString("RESOURCE_NAME_")))
        .list()
        .stream()
        .sorted(Comparator.comparing(Row::number))
        .toList();
  }

  private Map<String, Instant> deployedAt() {
    List<Deployment> all =
        engine
            .getCommandExecutorTxRequired()
            .execute(
                context ->
                    context.runWithoutAuthorization(
                        () ->
                            engine.getRepositoryService().createDeploymentQuery().unlimitedList()));
    return all.stream()
        .collect(Collectors.toMap(Deployment::getId, made -> made.getDeploymentTime().toInstant()));
  }

  /** A version as a file. */
  public ModelFile file(ModelVersion version) {
    byte[] content =
        db.sql(
                """
                select BYTES_ from ACT_GE_BYTEARRAY
                where DEPLOYMENT_ID_ = :deployment and NAME_ = :name
                """)
            .param("deployment", version.deploymentId())
            .param("name", version.file())
            .query((rs, row) -> rs.getBytes("BYTES_"))
            .single();
    return new ModelFile(version.file(), new String(content, StandardCharsets.UTF_8));
  }
}
