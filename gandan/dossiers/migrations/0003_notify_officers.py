from django.db import migrations, models

SQL = """
CREATE FUNCTION dossiers_tell_office() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('gandan_dossier', NEW.commune_id::text);
    RETURN NULL;
END $$;
CREATE TRIGGER dossier_tells_office AFTER INSERT OR UPDATE OF changed_at ON dossiers_dossier
    FOR EACH ROW EXECUTE FUNCTION dossiers_tell_office();
"""
UNDO = """
DROP TRIGGER dossier_tells_office ON dossiers_dossier;
DROP FUNCTION dossiers_tell_office();
"""


class Migration(migrations.Migration):
    """Live lists: a change of a dossier is told to the streams of its commune (gandan/asgi.py)."""

    dependencies = [("dossiers", "0002_rating")]

    operations = [
        migrations.RunSQL(SQL, UNDO),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                "commune", "settled_at", "id", condition=models.Q(("status", "settled")), name="dossier_to_return"
            ),
        ),
    ]
