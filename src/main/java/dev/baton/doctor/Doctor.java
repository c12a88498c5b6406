package dev.baton.doctor;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * {@code java -jar baton.jar doctor}: looks at all that Baton needs where it is to run, with the
 * settings it would have, starts nothing of it, and prints a line each.
 */
public final class Doctor {
  private static final List<String> ASKED = List.of("doctor", "--doctor");
  private static final List<Function<ConfigurableEnvironment, List<Finding>>> LOOKS =
      List.of(
          SettingsDiagnostic::at,
          DatabaseDiagnostic::at,
          MailServerDiagnostic::at,
          MailboxDiagnostic::at,
          PeerDiagnostic::at,
          MachineDiagnostic::at);

  private Doctor() {}

  public static boolean isAsked(String... args) {
    return Arrays.stream(args).anyMatch(ASKED::contains);
  }

  /** The exit code: 0, or 1 when something has to be mended first. */
  public static int run(PrintStream out, String... args) {
    ConfigurableEnvironment settings = settings(args);
    List<Finding> findings = LOOKS.stream().flatMap(look -> look.apply(settings).stream()).toList();
    findings.forEach(finding -> out.println(finding.line()));
    long wrong =
        findings.stream().filter(finding -> finding.level() == Finding.Level.WRONG).count();
    out.println(
        wrong == 0
            ? "Baton would run here."
            : wrong == 1
                ? "One thing has to be mended first."
                : "%d things have to be mended first.".formatted(wrong));
    return wrong == 0 ? 0 : 1;
  }

  private static ConfigurableEnvironment settings(String... args) {
    StandardEnvironment settings = new StandardEnvironment();
    settings.setConversionService(new ApplicationConversionService());
    String[] given =
        Stream.of(args).filter(argument -> !ASKED.contains(argument)).toArray(String[]::new);
    settings.getPropertySources().addFirst(new SimpleCommandLinePropertySource(given));
    ConfigDataEnvironmentPostProcessor.applyTo(settings);
    return settings;
  }
}
