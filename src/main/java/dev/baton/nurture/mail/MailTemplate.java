package dev.baton.nurture.mail;

import java.time.Instant;

/**
 * Mail template: one version of one mail of a track.
 *
 * @param place its turn in the track, from 1
 * @param active false: it is not sent any more
 */
public record MailTemplate(
    String id,
    int version,
    NurtureTrack track,
    int place,
    MailContent content,
    boolean active,
    String changedBy,
    Instant changedAt) {}
