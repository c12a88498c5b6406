package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether the files in {@code ops} are what systemd and Kubernetes read. */
class OperationsFilesTest {
  private static final Path OPS = Path.of("ops").toAbsolutePath();
  private static final Map<String, Class<?>> KINDS =
      Map.of(
          "apps/v1 Deployment", V1Deployment.class,
          "v1 Service", V1Service.class,
          "policy/v1 PodDisruptionBudget", V1PodDisruptionBudget.class,
          "networking.k8s.io/v1 Ingress", V1Ingress.class);

  private final ObjectMapper json = JsonMapper.builder().build();

  @Test
  void systemd_takes_the_unit_without_a_word(@TempDir Path root) throws Exception {
    Machine.needs("systemd-analyze");
    Path unit = root.resolve("etc/systemd/system/baton.service");
    Files.createDirectories(unit.getParent());
    Files.copy(OPS.resolve("baton.service"), unit);
    Path launcher = root.resolve("opt/baton/bin/baton");
    Files.createDirectories(launcher.getParent());
    Files.writeString(launcher, "#!/bin/sh\n");
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    for (String target : List.of("sysinit", "basic", "shutdown", "multi-user", "network-online")) {
      Files.writeString(unit.resolveSibling(target + ".target"), "[Unit]\nDescription=A target\n");
    }

    assertThat(verified(root)).isEmpty();

    Files.writeString(unit, Files.readString(unit).replace("ProtectHome=", "ProtectHoem="));
    assertThat(verified(root)).contains("ProtectHoem");
  }

  private static String verified(Path root) throws Exception {
    String unit = "baton.service";
    return Machine.end(
            root,
            Map.of("SYSTEMD_LOG_LEVEL", "notice"),
            "systemd-analyze",
            "verify",
            "--man=no",
            "--recursive-errors=no",
            "--root=" + root,
            unit)
        .said()
        .lines()
        .filter(line -> line.contains(unit))
        .reduce("", (all, line) -> all + line + "\n");
  }

  @Test
  void systemd_finds_little_that_the_unit_could_do_to_the_machine() throws Exception {
    Machine.needs("systemd-analyze");
    Machine.run(
        OPS,
        Map.of(),
        "systemd-analyze",
        "security",
        "--offline=true",
        "--threshold=20",
        "--no-pager",
        OPS.resolve("baton.service").toString());
  }

  @Test
  void kubernetes_knows_every_field_of_the_manifests() throws IOException {
    List<JsonNode> manifests = manifests();
    assertThat(manifests)
        .extracting(OperationsFilesTest::kind)
        .containsOnlyOnceElementsOf(KINDS.keySet());
    for (JsonNode manifest : manifests) {
      assertThat(read(manifest)).as(kind(manifest)).isNotNull();
    }
    String deployment = json.writeValueAsString(manifests.get(0));
    for (String wrong :
        List.of(
            deployment.replace("readinessProbe", "readynessProbe"),
            deployment.replace("\"replicas\":2", "\"replicas\":\"two\""),
            deployment.replace("\"containers\"", "\"container\""))) {
      assertThat(wrong).isNotEqualTo(deployment);
      assertThatThrownBy(() -> read(json.readTree(wrong))).isInstanceOf(RuntimeException.class);
    }
  }

  @Test
  void the_manifests_name_what_they_mean() throws IOException {
    JsonNode deployment = manifests().get(0);
    JsonNode container = deployment.at("/spec/template/spec/containers/0");
    JsonNode labels = deployment.at("/spec/selector/matchLabels");
    assertThat(deployment.at("/spec/template/metadata/labels")).isEqualTo(labels);
    assertThat(manifests().get(1).at("/spec/selector")).isEqualTo(labels);
    assertThat(manifests().get(2).at("/spec/selector/matchLabels")).isEqualTo(labels);
    assertThat(container.at("/image").asText()).endsWith("/baton:" + version());
    assertThat(container.findValuesAsText("path"))
        .containsOnly("/actuator/health/live", "/actuator/health/ready");
    assertThat(manifests().get(3).at("/spec/rules/0/http/paths/0/backend/service/name"))
        .isEqualTo(manifests().get(1).at("/metadata/name"));
    String user = deployment.at("/spec/template/spec/securityContext/runAsUser").asText();
    assertThat(Files.readString(OPS.resolve("image.sh"))).contains("user=" + user + "\n");
  }

  private static Object read(JsonNode manifest) {
    return JSON.getGson().fromJson(manifest.toString(), KINDS.get(kind(manifest)));
  }

  private static String kind(JsonNode manifest) {
    return manifest.at("/apiVersion").asText() + " " + manifest.at("/kind").asText();
  }

  private static List<JsonNode> manifests() throws IOException {
    YAMLMapper yaml = new YAMLMapper();
    try (MappingIterator<JsonNode> documents =
        yaml.readerFor(JsonNode.class).readValues(OPS.resolve("kubernetes/baton.yaml").toFile())) {
      return documents.readAll();
    }
  }

  private static String version() throws IOException {
    try (Stream<String> pom = Files.lines(OPS.resolveSibling("pom.xml"))) {
      return pom.dropWhile(line -> !line.contains("<artifactId>baton</artifactId>"))
          .filter(line -> line.contains("<version>"))
          .findFirst()
          .orElseThrow()
          .replaceAll(".*<version>|</version>", "");
    }
  }
}
