package dev.baton.engine.gate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.TestEngine;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.Test;

/** However broken a file is, it is deployed or refused with a sentence; nothing else happens. */
class BrokenFilesTest {
  private record Damage(String what, BiFunction<byte[], Random, byte[]> done) {}

  private record Broken(String what, String name, byte[] content) {}

  private static final List<Damage> DAMAGES =
      List.of(
          new Damage("truncated", (file, dice) -> Arrays.copyOf(file, dice.nextInt(file.length))),
          new Damage("emptied", (file, dice) -> new byte[0]),
          new Damage("all blanks", (file, dice) -> " \n\t ".getBytes(UTF_8)),
          new Damage("noise", (file, dice) -> noise(dice, 4_000)),
          new Damage("a byte of no text", BrokenFilesTest::noText),
          new Damage("a zero", (file, dice) -> insert(file, dice, new byte[] {0})),
          new Damage("in UTF-16", (file, dice) -> text(file).getBytes(UTF_16)),
          new Damage(
              "declared Latin-1",
              (file, dice) -> text(file).replace("UTF-8", "ISO-8859-1").getBytes(ISO_8859_1)),
          new Damage(
              "a declared encoding that isn't there",
              (file, dice) -> text(file).replace("UTF-8", "UTF-99").getBytes(UTF_8)),
          new Damage(
              "namespaces swapped",
              (file, dice) ->
                  text(file).replaceAll("/(BPMN|DMN)/20\\d+/", "/CMMN/20151109/").getBytes(UTF_8)),
          new Damage(
              "no namespace at all",
              (file, dice) ->
                  text(file).replaceAll(" xmlns(:\\w+)?=\"[^\"]*\"", "").getBytes(UTF_8)),
          new Damage(
              "a document type", (file, dice) -> typed(file, "<!DOCTYPE d [<!ENTITY a \"b\">]>")),
          new Damage(
              "an outside entity",
              (file, dice) ->
                  typed(file, "<!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/hosts\">]>")),
          new Damage(
              "huge", (file, dice) -> insert(file, dice, "x".repeat(3_000_000).getBytes(UTF_8))),
          new Damage(
              "a huge name",
              (file, dice) ->
                  text(file)
                      .replaceFirst("name=\"", "name=\"" + "n".repeat(100_000))
                      .getBytes(UTF_8)),
          new Damage("deep", (file, dice) -> deep(file)),
          new Damage(
              "ids twice",
              (file, dice) ->
                  text(file).replaceAll(" id=\"\\w+\"", " id=\"same\"").getBytes(UTF_8)),
          new Damage(
              "ids emptied",
              (file, dice) -> text(file).replaceAll(" id=\"[^\"]*\"", " id=\"\"").getBytes(UTF_8)),
          new Damage("an element without its name", BrokenFilesTest::withoutTag),
          new Damage("an attribute less", BrokenFilesTest::withoutAttribute),
          new Damage("a list", (file, dice) -> "[1, {\"id\": \"a\"}]".getBytes(UTF_8)),
          new Damage(
              "an id that is no text",
              (file, dice) -> "{\"id\": {\"a\": [1]}, \"components\": 5}".getBytes(UTF_8)),
          new Damage(
              "a form with more behind it",
              (file, dice) -> "{\"id\": \"a\", \"components\": []} }{".getBytes(UTF_8)),
          new Damage(
              "deep brackets", (file, dice) -> ("{\"id\":" + "[".repeat(100_000)).getBytes(UTF_8)));

  @Test
  void a_broken_file_is_taken_or_refused_with_a_sentence() {
    ProcessEngine engine = TestEngine.fenced(TestEngine.everyStep());
    List<String> faults = new ArrayList<>();
    int refused = 0;
    try {
      List<ShippedModels.Model> shipped = ShippedModels.inJar().models();
      DeploymentBuilder all = engine.getRepositoryService().createDeployment();
      shipped.forEach(
          each -> all.addInputStream(each.resource(), new ByteArrayInputStream(each.content())));
      all.deploy();
      for (Broken file : broken(shipped, new Random(20261128))) {
        try {
          deploy(engine.getRepositoryService(), file);
        } catch (ParseException refusal) {
          refused++;
          // what the schema of BPMN forbids the engine says itself, with its line
          if (!refusal.getMessage().matches("(?s).*(was not deployed|Could not parse BPMN).*")) {
            faults.add(file.what() + " says " + refusal.getMessage());
          }
        } catch (RuntimeException | StackOverflowError e) {
          faults.add(file.what() + " fails with " + e);
        }
      }
    } finally {
      engine.close();
    }
    assertThat(faults).isEmpty();
    assertThat(refused).isGreaterThan(100);
  }

  private static void deploy(RepositoryService models, Broken file) {
    String id =
        models
            .createDeployment()
            .addInputStream(file.name(), new ByteArrayInputStream(file.content()))
            .deploy()
            .getId();
    models.deleteDeployment(id);
  }

  /** Each damage to some files, under their own names and those of other kinds. */
  private static List<Broken> broken(List<ShippedModels.Model> shipped, Random dice) {
    List<Broken> broken = new ArrayList<>();
    for (Damage damage : DAMAGES) {
      for (int i = 0; i < 6; i++) {
        ShippedModels.Model model = shipped.get(dice.nextInt(shipped.size()));
        String name =
            i < 4
                ? model.resource()
                : "other." + List.of("bpmn", "dmn", "form").get(dice.nextInt(3));
        broken.add(
            new Broken(
                "%s: %s as %s".formatted(damage.what(), model.resource(), name),
                name,
                damage.done().apply(model.content(), dice)));
      }
    }
    return broken;
  }

  private static String text(byte[] file) {
    return new String(file, UTF_8);
  }

  private static byte[] noise(Random dice, int length) {
    byte[] noise = new byte[length];
    dice.nextBytes(noise);
    return noise;
  }

  private static byte[] noText(byte[] file, Random dice) {
    return insert(file, dice, new byte[] {(byte) 0xC3, (byte) 0x28});
  }

  private static byte[] insert(byte[] file, Random dice, byte[] more) {
    int at = dice.nextInt(file.length);
    byte[] longer = Arrays.copyOf(file, file.length + more.length);
    System.arraycopy(more, 0, longer, at, more.length);
    System.arraycopy(file, at, longer, at + more.length, file.length - at);
    return longer;
  }

  private static byte[] typed(byte[] file, String type) {
    return text(file)
        .replaceFirst("\\?>", "?>" + type)
        .replaceFirst("<text>", "<text>&a;")
        .getBytes(UTF_8);
  }

  private static byte[] deep(byte[] file) {
    String xml = text(file);
    int end = xml.lastIndexOf("</");
    return end < 0
        ? file
        : (xml.substring(0, end)
                + "<a>".repeat(20_000)
                + "</a>".repeat(20_000)
                + xml.substring(end))
            .getBytes(UTF_8);
  }

  private static byte[] withoutTag(byte[] file, Random dice) {
    return without(text(file), "<(\\w+:)?\\w+", dice);
  }

  private static byte[] withoutAttribute(byte[] file, Random dice) {
    return without(text(file), " [\\w:]+=\"[^\"]*\"", dice);
  }

  private static byte[] without(String text, String pattern, Random dice) {
    var found = java.util.regex.Pattern.compile(pattern).matcher(text).results().toList();
    if (found.isEmpty()) {
      return text.getBytes(UTF_8);
    }
    var one = found.get(dice.nextInt(found.size()));
    return (text.substring(0, one.start()) + text.substring(one.end())).getBytes(UTF_8);
  }
}
