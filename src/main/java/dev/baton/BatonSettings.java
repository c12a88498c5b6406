package dev.baton;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the whole installation.
 *
 * @param zone in which its days and months begin; a person's own is asked first
 * @param publicUrl what links in messages point to, kept without a slash at its end
 */
@ConfigurationProperties("baton")
public record BatonSettings(
    @DefaultValue("UTC") ZoneId zone, @DefaultValue("http://localhost:8080") String publicUrl) {

  public BatonSettings {
    publicUrl = publicUrl.replaceAll("/+$", "");
  }
}
