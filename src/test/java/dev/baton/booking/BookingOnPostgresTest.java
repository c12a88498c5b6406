package dev.baton.booking;

import dev.baton.OnPostgres;

/** Meetings on PostgreSQL. */
@OnPostgres
class BookingOnPostgresTest extends BookingJourney {}
