"""A daily run under Airflow 2.8 or newer. The exit status tells what to do: 74 and 75 are tried again, others are not."""

import subprocess
from datetime import datetime, timedelta

from airflow.decorators import dag, task
from airflow.exceptions import AirflowException, AirflowFailException

FOLDER = "/var/lib/pipeline"
PROGRAM = "/usr/local/bin/pipeline"


def pipeline(*arguments):
    status = subprocess.run([PROGRAM, *arguments], cwd=FOLDER).returncode
    if status in (74, 75):
        raise AirflowException(f"status {status}: input or output, locked or interrupted; tried again")
    if status:
        raise AirflowFailException(f"status {status}: another try would end the same")


@dag(schedule="30 2 * * *", start_date=datetime(2026, 1, 1), catchup=False, max_active_runs=1)
def news_corpus():
    @task(retries=3, retry_delay=timedelta(minutes=10), execution_timeout=timedelta(hours=12))
    def run():
        pipeline("run", "--log-format", "json")

    @task
    def verify():
        pipeline("verify")

    run() >> verify()


news_corpus()
