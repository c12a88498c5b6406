package dev.baton.engine;

import com.github.benmanes.caffeine.cache.Caffeine;
import dev.baton.engine.feel.CachingFeelEngineFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;

/** The decision tables that ship, evaluated as in production but without an engine's database. */
public final class FileDecisions {
  static final Path TABLES = Path.of("src/main/resources/dmn");

  private FileDecisions() {}

  /** The tables that ship, each as version 1. */
  public static Decisions shipped() {
    return shippedBut(Map.of());
  }

  /**
   * The tables that ship with some changed.
   *
   * @param changed table id to its model as XML
   */
  public static Decisions shippedBut(Map<String, String> changed) {
    return shipped(Decisions.FAST, changed);
  }

  /** The tables that ship, evaluated by the DMN engine as it comes. */
  public static Decisions shippedByStockFeel() {
    return shipped(new DefaultDmnEngineConfiguration().buildEngine(), Map.of());
  }

  private static Decisions shipped(DmnEngine dmn, Map<String, String> changed) {
    Map<String, Decisions.Table> parsed = new ConcurrentHashMap<>();
    return new Decisions(
        id -> parsed.computeIfAbsent(id, table -> parse(dmn, table, changed.get(table))));
  }

  /** The XML of a table that ships. */
  public static String xml(String table) {
    try {
      return Files.readString(TABLES.resolve(table + ".dmn"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> ids() {
    try (Stream<Path> files = Files.list(TABLES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".dmn"))
          .map(name -> name.substring(0, name.length() - ".dmn".length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static DmnDecision parse(DmnEngine dmn, String table) {
    return parse(dmn, table, null).decision();
  }

  private static Decisions.Table parse(DmnEngine dmn, String table, String changed) {
    String xml = changed == null ? xml(table) : changed;
    try (InputStream model = new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))) {
      DmnDecision decision = dmn.parseDecision(table, model);
      return isOurs(dmn)
          ? Decisions.Table.of(1, decision, dmn)
          : new Decisions.Table(
              1, decision, dmn, Optional.empty(), Caffeine.newBuilder().maximumSize(0).build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOurs(DmnEngine dmn) {
    return ((DefaultDmnEngineConfiguration) dmn.getConfiguration()).getFeelEngineFactory()
        instanceof CachingFeelEngineFactory;
  }
}
