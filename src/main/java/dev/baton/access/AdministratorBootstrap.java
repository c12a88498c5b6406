package dev.baton.access;

import dev.baton.access.openid.LoginSettings;
import dev.baton.engine.EngineUsers;
import dev.baton.input.Passwords;
import dev.baton.people.Person;
import dev.baton.people.Role;
import dev.baton.people.StaffDirectory;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Bootstrap of the first administrator where there is none: with the password of {@code
 * BATON_ADMIN_PASSWORD}, which has to be one that any door would take, or with a generated one that
 * is printed this once. Where passwords are off the provider's groups make the first one.
 */
@Component
@Order(0)
@Profile("!demo")
class AdministratorBootstrap implements ApplicationRunner {
  private static final Logger LOG = LoggerFactory.getLogger(AdministratorBootstrap.class);
  private static final String ADMIN = "admin";
  private static final String EMAIL = "admin@localhost";

  private final EngineUsers users;
  private final StaffDirectory directory;
  private final String given;
  private final ZoneId zone;
  private final boolean local;

  AdministratorBootstrap(
      EngineUsers users,
      StaffDirectory directory,
      AdministratorSettings settings,
      LoginSettings login,
      ZoneId zone) {
    this.users = users;
    this.directory = directory;
    this.given = settings.password();
    this.zone = zone;
    this.local = login.local();
  }

  @Override
  public void run(ApplicationArguments args) {
    if (!local || users.hasMember(Role.ADMIN.group())) {
      return;
    }
    Passwords.objection(given, List.of(ADMIN, EMAIL))
        .filter(objection -> !given.isBlank())
        .ifPresent(
            objection -> {
              throw new RefusedFirstPassword(objection);
            });
    String password = given.isBlank() ? generate() : given;
    directory.save(
        new Person(ADMIN, "Admin", EMAIL, Role.ADMIN, null, zone, true), Optional.of(password));
    if (given.isBlank()) {
      LOG.warn("First start. User: admin, password (shown only now): {}", password);
    }
  }

  private static String generate() {
    byte[] random = new byte[18];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }
}
