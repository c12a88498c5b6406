package dev.baton.nurture;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of mails to leads.
 *
 * @param questionsAtOnce how many questions a form asks, 1 or 2
 * @param unsubscribeAddress a mailbox that unsubscribes, named beside the link; empty: none
 * @param sender who they are from, with address, as laws want it in each mail
 */
@ConfigurationProperties("baton.nurture")
public record NurtureSettings(
    @DefaultValue("1") int questionsAtOnce,
    @DefaultValue("") String unsubscribeAddress,
    @DefaultValue("") String sender) {}
