package dev.baton.access.openid;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientPropertiesMapper;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;

/**
 * The OpenID providers of {@code spring.security.oauth2.client}. Each is asked for its addresses
 * when somebody first logs in by it, so that one that is down keeps nothing here from starting.
 */
@Component
@EnableConfigurationProperties(OAuth2ClientProperties.class)
public class Providers implements ClientRegistrationRepository {
  private static final String OPENID = "openid";

  private final OAuth2ClientProperties settings;
  private final Map<String, ClientRegistration> asked = new ConcurrentHashMap<>();

  Providers(OAuth2ClientProperties settings, LoginSettings login) {
    this.settings = settings;
    if (!login.local() && settings.getRegistration().isEmpty()) {
      throw new IllegalArgumentException(
          "baton.login.local is false and spring.security.oauth2.client.registration names no"
              + " provider: nobody could log in");
    }
  }

  /** A provider as the login page shows it. */
  public record Provider(String id, String name) {}

  public List<Provider> all() {
    return settings.getRegistration().entrySet().stream()
        .map(
            entry ->
                new Provider(
                    entry.getKey(),
                    Objects.requireNonNullElse(entry.getValue().getClientName(), entry.getKey())))
        .sorted(Comparator.comparing(Provider::name))
        .toList();
  }

  @Override
  public @Nullable ClientRegistration findByRegistrationId(String id) {
    ClientRegistration known = asked.get(id);
    if (known != null || !settings.getRegistration().containsKey(id)) {
      return known;
    }
    // not within the map: where the provider is silent, logins would wait for each other
    ClientRegistration found = ask(id);
    asked.put(id, found);
    return found;
  }

  private ClientRegistration ask(String id) {
    OAuth2ClientProperties one = new OAuth2ClientProperties();
    one.getProvider().putAll(settings.getProvider());
    one.getRegistration().put(id, settings.getRegistration().get(id));
    ClientRegistration found =
        Objects.requireNonNull(
            new OAuth2ClientPropertiesMapper(one).asClientRegistrations().get(id));
    if (!found.getScopes().contains(OPENID)) {
      throw new IllegalStateException(
          "spring.security.oauth2.client.registration.%s.scope lacks openid: without it nobody"
                  .formatted(id)
              + " says who logs in");
    }
    return found;
  }
}
