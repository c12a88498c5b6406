package dev.baton.engine.deploy;

import dev.baton.engine.gate.ModelKind;
import dev.baton.engine.gate.ModelMeaning;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Hashes of models that are in force together, by what they say: the same on every node, and again
 * once an earlier content is back (rule R21).
 */
public final class ModelHashes {
  private static final int DIGITS = 16;

  /** The hash of no models. */
  public static final String NONE = together(Map.of());

  private static final String CONTENTS =
      """
      select d.ID_, d.RESOURCE_NAME_, b.BYTES_ from (
        select ID_, DEPLOYMENT_ID_, RESOURCE_NAME_ from ACT_RE_DECISION_DEF
        union all select ID_, DEPLOYMENT_ID_, RESOURCE_NAME_ from ACT_RE_PROCDEF
        union all select ID_, DEPLOYMENT_ID_, RESOURCE_NAME_ from ACT_RE_CAMFORMDEF) d
      join ACT_GE_BYTEARRAY b
        on b.DEPLOYMENT_ID_ = d.DEPLOYMENT_ID_ and b.NAME_ = d.RESOURCE_NAME_
      where d.ID_ in (:ids)
      """;

  private final JdbcClient db;
  private final Map<String, String> known = new ConcurrentHashMap<>();

  public ModelHashes(JdbcClient db) {
    this.db = db;
  }

  /**
   * The hash of all of them; a version is read once, since it never changes.
   *
   * @param ids of their versions, by what tells the models apart
   */
  public String of(Map<String, String> ids) {
    List<String> unknown = ids.values().stream().filter(id -> !known.containsKey(id)).toList();
    if (!unknown.isEmpty()) {
      learn(unknown);
    }
    return together(
        ids.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, model -> known.getOrDefault(model.getValue(), NONE))));
  }

  private void learn(Collection<String> ids) {
    db.sql(CONTENTS)
        .param("ids", ids)
        .query(
            rs -> {
              byte[] content = rs.getBytes("BYTES_");
              known.put(
                  rs.getString("ID_"),
                  ModelKind.of(rs.getString("RESOURCE_NAME_"))
                      .map(kind -> DigestUtils.sha256Hex(ModelMeaning.text(kind, content)))
                      .orElse(NONE));
            });
  }

  private static String together(Map<String, String> hashes) {
    return DigestUtils.sha256Hex(
            new TreeMap<>(hashes)
                .entrySet().stream()
                    .map(model -> model.getKey() + " " + model.getValue())
                    .collect(Collectors.joining("\n")))
        .substring(0, DIGITS);
  }
}
