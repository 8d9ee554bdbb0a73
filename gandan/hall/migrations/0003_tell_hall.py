from django.db import migrations

SQL = """
CREATE FUNCTION hall_tell() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('gandan_hall', NEW.agency_id::text);
    RETURN NULL;
END $$;
CREATE TRIGGER ticket_tells_hall AFTER INSERT OR UPDATE OF status, calls, zone, only_counter_id, prepared_at ON hall_ticket
    FOR EACH ROW EXECUTE FUNCTION hall_tell();
"""
UNDO = """
DROP TRIGGER ticket_tells_hall ON hall_ticket;
DROP FUNCTION hall_tell();
"""


class Migration(migrations.Migration):
    """Live panels, boards and phones: a change of a ticket is told to the streams of its agency (gandan/asgi.py)."""

    dependencies = [("hall", "0002_peer_group")]

    operations = [migrations.RunSQL(SQL, UNDO)]
