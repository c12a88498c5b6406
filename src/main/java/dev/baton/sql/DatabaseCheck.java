package dev.baton.sql;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Check that the database can be used, before anything is started that would fail one after the
 * other without it.
 */
public class DatabaseCheck
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  private static final String H2 = "jdbc:h2:";
  private static final String FILE = "file:";

  /** Of two letters or more: a drive of Windows is a place in a file's name. */
  private static final Pattern ELSEWHERE = Pattern.compile("[a-zA-Z]{2,}:.*");

  private static final String MEMORY = "jdbc:h2:mem:";
  private static final String SETTING = "spring.datasource.url";

  /** H2: somebody else has the file; it can't be read; its user or password is another one. */
  private static final int LOCKED = 90020;

  private static final int CORRUPTED = 90030;
  private static final int WRONG_LOGIN = 28000;

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    demandUsable(context.getEnvironment());
  }

  /** Fails with {@link UnusableDatabase} where it can't be used; one in memory always can. */
  public static void demandUsable(Environment settings) {
    String url = settings.getProperty(SETTING, MEMORY);
    if (url.startsWith(MEMORY)) {
      return;
    }
    if (isFile(url)) {
      demandWritable(file(url));
    }
    try (Connection connection = DriverManager.getConnection(url, login(settings))) {
      if (connection.isReadOnly()) {
        throw readOnly(place(url), null);
      }
    } catch (SQLException e) {
      throw unusable(url, e);
    }
  }

  public static Properties login(Environment settings) {
    Properties login = new Properties();
    put(login, "user", settings.getProperty("spring.datasource.username"));
    put(login, "password", settings.getProperty("spring.datasource.password"));
    return login;
  }

  private static void put(Properties login, String name, @Nullable String value) {
    if (value != null) {
      login.setProperty(name, value);
    }
  }

  /** Looks at the folder first: the database would leave half of a new file behind. */
  private static void demandWritable(Path file) {
    Path folder = Objects.requireNonNull(file.getParent());
    try {
      Files.createDirectories(folder);
    } catch (AccessDeniedException e) {
      throw readOnly(folder.toString(), e);
    } catch (IOException e) {
      throw new UnusableDatabase(
          "The folder of the database can't be made: " + e.getClass().getSimpleName(),
          folder.toString(),
          "Name another folder in " + SETTING + ", or make room for this one.",
          e);
    }
    if (!Files.isWritable(folder) || (Files.exists(file) && !Files.isWritable(file))) {
      throw readOnly(folder.toString(), null);
    }
  }

  private static UnusableDatabase readOnly(String place, @Nullable Exception cause) {
    return new UnusableDatabase(
        "The database may not be written.",
        place,
        "Let the user who runs this application write there, or name another place in "
            + SETTING
            + ".",
        cause == null ? new IOException(place) : cause);
  }

  private static UnusableDatabase unusable(String url, SQLException e) {
    String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    if (!isFile(url)) {
      return new UnusableDatabase(
          "The database can't be reached: " + said,
          place(url),
          "Start it, or correct spring.datasource.url, username and password.",
          e);
    }
    return switch (e.getErrorCode()) {
      case LOCKED ->
          new UnusableDatabase(
              "Another process has the database open.",
              place(url),
              "End the other one, or name another file in " + SETTING + ".",
              e);
      case WRONG_LOGIN ->
          new UnusableDatabase(
              "The database has another user or password.",
              place(url),
              "Correct spring.datasource.username and password; nothing was changed.",
              e);
      case CORRUPTED ->
          new UnusableDatabase(
              "The database can't be opened; it seems to be damaged: " + said,
              place(url),
              "Put a backup in its place, or move it away to start with an empty one.",
              e);
      default ->
          new UnusableDatabase(
              "The database can't be opened: " + said,
              place(url),
              "Nothing was changed. If it is a file of another release of H2, use that one.",
              e);
    };
  }

  /** Whether it names a file of H2, which it does without saying so too. */
  static boolean isFile(String url) {
    return url.startsWith(H2) && !ELSEWHERE.matcher(name(url)).matches();
  }

  private static String name(String url) {
    String name = url.substring(H2.length()).replaceFirst(";.*", "");
    return name.startsWith(FILE) ? name.substring(FILE.length()) : name;
  }

  /** Without settings, among which a password may be. */
  private static String place(String url) {
    return isFile(url) ? file(url).toString() : url.replaceFirst("[?;].*", "");
  }

  private static Path file(String url) {
    String name = name(url);
    String home = System.getProperty("user.home");
    return Path.of((name.startsWith("~") ? home + name.substring(1) : name) + ".mv.db")
        .toAbsolutePath()
        .normalize();
  }
}
