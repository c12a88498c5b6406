package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The archive with a runtime of its own and the image that is made of it, by the commands that
 * operations names: each takes a lead over HTTP on nothing but what is in it.
 */
@Tag("nightly")
class ArchiveIT {
  private static final Path PROJECT = Path.of("").toAbsolutePath();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
  private static final String CONFIG = "application/vnd.oci.image.config.v1+json";
  private static final String LAYER = "application/vnd.oci.image.layer.v1.tar+gzip";

  /** A start that costs half: what the second compiler does never comes back here. */
  private static final String QUICK = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

  @TempDir static Path folder;
  private static Path archive;
  private static Path image;

  @BeforeAll
  static void pack() throws Exception {
    Machine.needs("tar", "unzip", "gzip", "ldd", "sha256sum", "skopeo", "unshare");
    Map<String, String> jdk = Map.of("JAVA_HOME", System.getProperty("java.home"));
    String jar = System.getProperty("baton.jar");
    archive = lastLine(Machine.run(PROJECT, jdk, "ops/archive.sh", jar, folder.toString()));
    image =
        lastLine(
            Machine.run(PROJECT, Map.of(), "ops/image.sh", archive.toString(), folder.toString()));
  }

  @Test
  void the_archive_takes_a_lead_on_a_machine_without_java() throws Exception {
    Machine.run(folder, Map.of(), "tar", "xzf", archive.toString());
    Path home = only(folder, "baton-*[0-9]");
    // all that the launcher calls, and no Java among it
    Path tools = Files.createDirectory(folder.resolve("tools"));
    for (String tool : List.of("dirname", "readlink")) {
      Files.copy(
          Path.of("/usr/bin", tool), tools.resolve(tool), StandardCopyOption.COPY_ATTRIBUTES);
    }
    RunningJar baton = new RunningJar(Files.createDirectory(folder.resolve("at-work")));
    try (baton) {
      HttpCaller admin =
          baton.startBy(
              List.of(
                  "/usr/bin/env",
                  "-u",
                  "JAVA_HOME",
                  "PATH=" + tools,
                  "JAVA_TOOL_OPTIONS=" + QUICK,
                  home.resolve("bin/baton").toString()));
      takesALead(baton, admin);
      Path process = Path.of("/proc", String.valueOf(baton.process().pid()));
      assertThat(Files.readSymbolicLink(process.resolve("exe"))).startsWith(home);
      assertThat(Files.readString(process.resolve("maps")))
          .contains(home.resolve("runtime/lib/server/libjvm.so").toString())
          .doesNotContain(System.getProperty("java.home"));
    }
  }

  @Test
  void the_image_keeps_to_the_oci_layout() throws Exception {
    Path layout = unpacked("layout");
    assertThat(read(layout.resolve("oci-layout")).at("/imageLayoutVersion").asText())
        .isEqualTo("1.0.0");
    JsonNode index = read(layout.resolve("index.json"));
    assertThat(index.at("/schemaVersion").asInt()).isEqualTo(2);
    assertThat(index.at("/manifests")).hasSize(1);
    JsonNode named = index.at("/manifests/0");
    JsonNode manifest = read(blob(layout, named, MANIFEST));
    assertThat(manifest.at("/schemaVersion").asInt()).isEqualTo(2);
    JsonNode config = read(blob(layout, manifest.at("/config"), CONFIG));
    assertThat(config.at("/os").asText()).isEqualTo("linux");
    assertThat(config.at("/architecture")).isEqualTo(named.at("/platform/architecture"));
    assertThat(config.at("/config/User").asText()).matches("[1-9]\\d*:[1-9]\\d*");
    assertThat(manifest.at("/layers")).hasSize(1);
    Path layer = blob(layout, manifest.at("/layers/0"), LAYER);
    assertThat(config.at("/rootfs/type").asText()).isEqualTo("layers");
    try (InputStream plain = new GZIPInputStream(Files.newInputStream(layer), 1 << 16)) {
      assertThat(config.at("/rootfs/diff_ids")).hasSize(1);
      assertThat(config.at("/rootfs/diff_ids/0").asText()).isEqualTo("sha256:" + hash(plain));
    }
    try (Stream<Path> blobs = Files.list(layout.resolve("blobs/sha256"))) {
      assertThat(blobs).as("nothing that nobody names").hasSize(3);
    }
    // a tool that others move images with reads all of it
    Machine.run(
        folder,
        Map.of(),
        "skopeo",
        "--insecure-policy",
        "copy",
        "oci-archive:" + image,
        "dir:" + folder.resolve("copied"));
  }

  @Test
  void the_image_takes_a_lead_with_nothing_of_the_machine_but_its_kernel() throws Exception {
    Machine.needs(Machine.isRoot(), "Only root may make another folder the root of a process");
    Path layout = unpacked("pulled");
    JsonNode manifest = read(blob(layout, read(layout.resolve("index.json")).at("/manifests/0")));
    JsonNode config = read(blob(layout, manifest.at("/config"))).at("/config");
    Path root = Files.createDirectory(folder.resolve("root"));
    Machine.run(root, Map.of(), "tar", "xzf", blob(layout, manifest.at("/layers/0")).toString());
    String name = Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
    // as container runtimes write it
    Files.writeString(root.resolve("etc/hosts"), "127.0.0.1 localhost %s\n".formatted(name));
    Path probe = Path.of("dev/baton/DrawnText.class");
    Files.createDirectories(root.resolve("tmp").resolve(probe).getParent());
    Files.copy(
        PROJECT.resolve("target/test-classes").resolve(probe), root.resolve("tmp").resolve(probe));

    assertThat(
            Machine.run(
                root,
                Map.of(),
                contained(root, config, "/opt/baton/runtime/bin/java -cp /tmp dev.baton.DrawnText")
                    .toArray(String[]::new)))
        .as("it has a font")
        .contains("drawn");
    RunningJar baton = new RunningJar(folder);
    try (baton) {
      String entry = String.join(" ", JSON.convertValue(config.at("/Entrypoint"), String[].class));
      takesALead(baton, baton.startBy(contained(root, config, entry + " \"$@\"")));
      assertThat(root.resolve("data/data/baton.mv.db")).exists();
      // who waits for it hears no signal itself
      baton.process().children().forEach(ProcessHandle::destroy);
    }
  }

  /**
   * As a container runtime does it: another root, own processes, the image's user and variables.
   */
  private static List<String> contained(Path root, JsonNode config, String command) {
    String user = config.at("/User").asText();
    String inside =
        "mount --rbind /dev %1$s/dev && mount -t proc proc %1$s/proc && exec env -i"
            + " BATON_ADMIN_PASSWORD=\"$BATON_ADMIN_PASSWORD\" JAVA_TOOL_OPTIONS='%2$s' %3$s"
            + " /usr/bin/unshare --root=%1$s --wd=%4$s --setgid=%5$s --setuid=%6$s %7$s";
    inside =
        inside.formatted(
            root,
            QUICK,
            config.at("/Env/0").asText(),
            config.at("/WorkingDir").asText(),
            user.replaceAll(".*:", ""),
            user.replaceAll(":.*", ""),
            command);
    return List.of(
        "unshare", "--mount", "--pid", "--fork", "--kill-child=TERM", "sh", "-c", inside, "sh");
  }

  private static void takesALead(RunningJar baton, HttpCaller admin) {
    baton.hire(1);
    JsonNode sent =
        admin
            .post(
                "/api/signals",
                Map.of("type", "contact_sales", "lead", Map.of("email", "ada@packed.example")))
            .is(200)
            .json();
    String lead = "/api/leads/" + sent.at("/lead/id").asText();
    String handoff =
        "/api/handoffs/"
            + admin
                .await(lead, l -> l.at("/handoff/deadlines").size() > 1)
                .at("/handoff/id")
                .asText();
    HttpCaller rep = admin.as("rep1", "a password for rep 1");
    rep.post(handoff + "/review", Map.of("decision", "accept")).is(200);
    rep.post(
            handoff + "/qualification",
            Map.of(
                "framework", "bant",
                "decision", "qualify",
                "criteria", Map.of("need", Map.of("met", true, "evidence", "said so"))))
        .is(200);
    rep.post(handoff + "/touch", Map.of("kind", "call", "outcome", "connected")).is(200);
    rep.post(
            handoff + "/opportunity",
            Map.of("value", 100, "currency", "EUR", "stage", "proposal", "nextStep", "Send it"))
        .is(200);
    rep.post(handoff + "/outcome", Map.of("outcome", "won")).is(200);
    assertThat(admin.get(lead).at("/stage").asText()).isEqualTo("CUSTOMER");
    assertThat(admin.get("/definition.pdf").is(200).type()).isEqualTo("application/pdf");
  }

  private static Path unpacked(String name) throws Exception {
    Path layout = Files.createDirectory(folder.resolve(name));
    Machine.run(layout, Map.of(), "tar", "xf", image.toString());
    return layout;
  }

  /** The file that a descriptor names, of the type, size and hash that it says. */
  private static Path blob(Path layout, JsonNode named, String type) throws Exception {
    assertThat(named.at("/mediaType").asText()).isEqualTo(type);
    Path file = blob(layout, named);
    assertThat(Files.size(file)).isEqualTo(named.at("/size").asLong());
    try (InputStream bytes = Files.newInputStream(file)) {
      assertThat("sha256:" + hash(bytes)).isEqualTo(named.at("/digest").asText());
    }
    return file;
  }

  private static Path blob(Path layout, JsonNode named) {
    return layout.resolve("blobs").resolve(named.at("/digest").asText().replace(':', '/'));
  }

  private static String hash(InputStream bytes) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    new DigestInputStream(bytes, digest).transferTo(OutputStream.nullOutputStream());
    return HexFormat.of().formatHex(digest.digest());
  }

  private static JsonNode read(Path file) throws IOException {
    return JSON.readTree(file.toFile());
  }

  private static Path lastLine(String said) {
    return Path.of(said.strip().substring(said.strip().lastIndexOf('\n') + 1));
  }

  private static Path only(Path folder, String pattern) throws IOException {
    try (var found = Files.newDirectoryStream(folder, pattern)) {
      return found.iterator().next();
    }
  }
}
