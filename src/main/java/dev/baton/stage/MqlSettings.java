package dev.baton.stage;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of who becomes an MQL.
 *
 * @param competitorDomains whose people never do
 */
@ConfigurationProperties("baton")
record MqlSettings(@DefaultValue Set<String> competitorDomains) {}
