package dev.baton.engine.deploy;

import dev.baton.engine.gate.ModelKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which models were in force together, and since when; a deployment that was deleted is gone. */
@Component
public class PastModels {
  private static final String VERSIONS =
      """
      select d.*, p.DEPLOY_TIME_ from (
        select 'DECISION' as KIND, KEY_, ID_, VERSION_, RESOURCE_NAME_, DEPLOYMENT_ID_
          from ACT_RE_DECISION_DEF where TENANT_ID_ is null
        union all
        select 'PROCESS' as KIND, KEY_, ID_, VERSION_, RESOURCE_NAME_, DEPLOYMENT_ID_
          from ACT_RE_PROCDEF where TENANT_ID_ is null
        union all
        select 'FORM' as KIND, KEY_, ID_, VERSION_, RESOURCE_NAME_, DEPLOYMENT_ID_
          from ACT_RE_CAMFORMDEF where TENANT_ID_ is null) d
      join ACT_RE_DEPLOYMENT p on p.ID_ = d.DEPLOYMENT_ID_
      """;

  private final JdbcClient db;
  private final ModelHashes hashes;

  PastModels(JdbcClient db) {
    this.db = db;
    this.hashes = new ModelHashes(db);
  }

  /** Those of every time, the oldest first; what says the same as before is no time of its own. */
  public List<ModelsInForce> all() {
    Map<String, List<ModelVersion>> byModel =
        versions().stream()
            .collect(Collectors.groupingBy(ModelVersion::model, TreeMap::new, Collectors.toList()));
    TreeSet<Instant> instants =
        byModel.values().stream()
            .flatMap(List::stream)
            .map(ModelVersion::deployedAt)
            .collect(Collectors.toCollection(TreeSet::new));
    List<ModelsInForce> times = new ArrayList<>();
    for (Instant at : instants) {
      List<ModelVersion> models = byModel.values().stream().map(each -> at(each, at)).toList();
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

  private static ModelVersion at(List<ModelVersion> versions, Instant at) {
    return versions.stream()
        .filter(version -> !version.deployedAt().isAfter(at))
        .max(Comparator.comparing(ModelVersion::number))
        .orElse(versions.get(0));
  }

  private List<ModelVersion> versions() {
    return db
        .sql(VERSIONS)
        .query(
            (rs, row) ->
                new ModelVersion(
                    ModelKind.valueOf(rs.getString("KIND")),
                    rs.getString("KEY_"),
                    rs.getString("ID_"),
                    rs.getInt("VERSION_"),
                    // the engine's instants are the JVM's zone's
                    rs.getTimestamp("DEPLOY_TIME_").toInstant(),
                    rs.getString("DEPLOYMENT_ID_"),
                    rs.getString("RESOURCE_NAME_")))
        .list()
        .stream()
        .sorted(Comparator.comparing(ModelVersion::number))
        .toList();
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
