"""The news corpus pipeline as an Airflow 3 DAG: one run a day, into the partition of that day."""

import subprocess
from datetime import datetime, timedelta

from airflow.exceptions import AirflowException
from airflow.sdk import dag, task
from airflow.sdk.exceptions import AirflowFailException

PIPELINE = "/opt/pipeline/bin/pipeline"
FOLDER = "/srv/pipeline"

# Exit codes that a later try may mend, and those that need a person.
LATER = {74: "input or output failed", 75: "locked, interrupted or temporary"}
PERSON = {
    1: "the output differs from its manifests",
    64: "wrong usage",
    65: "more of the input was refused than the configuration allows",
    70: "a defect of the pipeline",
    78: "the configuration is wrong",
}


def pipeline(*arguments):
    status = subprocess.run([PIPELINE, *arguments], cwd=FOLDER).returncode
    if status in LATER:
        raise AirflowException(f"pipeline ended with {status}: {LATER[status]}")
    if status != 0:
        raise AirflowFailException(f"pipeline ended with {status}: {PERSON.get(status, 'not expected')}")


@dag(
    schedule="0 3 * * *",
    start_date=datetime(2026, 1, 1),
    catchup=False,
    max_active_runs=1,
    default_args={"retries": 4, "retry_delay": timedelta(minutes=15), "retry_exponential_backoff": True},
    tags=["news"],
)
def news_pipeline():
    @task
    def run(ds=None):
        pipeline("run", "--date", ds, "--log-format", "json")

    @task
    def verify():
        pipeline("verify")

    run() >> verify()


news_pipeline()
