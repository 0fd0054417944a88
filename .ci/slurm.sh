#!/usr/bin/env bash
# slurm.sh [CONFIGURATION]: a sweep as an array of twenty tasks of a real Slurm, one of them killed in the middle and put back into the queue; put together, it is what one run gives, byte for
# byte. Needs the tool as it was built; installs slurm-wlm and munge where they are missing, starts them on this machine alone with a configuration of their own, and stops what it started.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

configuration=${1:-Release}
tool=$PWD/.artifacts/bin/NegotiationRules.Cli/${configuration,,}/NegotiationRules.Cli.dll
work=$PWD/.artifacts/ci-slurm
host=$(hostname -s)
tasks=20
killed=7

[ "$(id -u)" -eq 0 ] || { echo "Slurm is started as root, and this is not"; exit 1; }
bash .ci/install.sh slurmctld slurm-wlm && bash .ci/install.sh munged munge || exit 1
rm -rf "$work"
mkdir -p "$work"/{state,spool,log,munge,parts}
export SLURM_CONF=$work/slurm.conf

# The socket of munge is this script's own, so one that runs already is left alone. Its user has to reach the folder.
munge=$(mktemp -d)
started=()
stop() {
  for ((i = ${#started[@]} - 1; i >= 0; i--)); do
    kill "${started[i]}" 2>/dev/null
    for _ in $(seq 50); do kill -0 "${started[i]}" 2>/dev/null || break; sleep 0.1; done
    kill -9 "${started[i]}" 2>/dev/null
  done
  rm -rf "$munge"
}
trap stop EXIT

head -c 1024 /dev/urandom >"$munge/key"
chmod 700 "$munge"
chmod 400 "$munge/key"
chown -R munge: "$munge"
# What talks to it has to come in; nobody else learns the key.
chmod 711 "$munge"
setpriv --reuid=munge --regid=munge --clear-groups munged --foreground --force --key-file="$munge/key" --socket="$munge/socket" \
  --pid-file="$munge/pid" --log-file="$munge/log" --seed-file="$munge/seed" >"$work/log/munged.log" 2>&1 &
started+=($!)

cat >"$SLURM_CONF" <<END
ClusterName=negotiate
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=16817
SlurmdPort=16818
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$munge/socket
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool
SlurmctldPidFile=$work/ctld.pid
SlurmdPidFile=$work/d.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SchedulerType=sched/backfill
SchedulerParameters=sched_interval=1,batch_sched_delay=0
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
ReturnToService=2
JobAcctGatherType=jobacct_gather/none
JobRequeue=1
KillWait=1
MinJobAge=600
NodeName=$host NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=main Nodes=$host Default=YES MaxTime=INFINITE State=UP
END

until [ -S "$munge/socket" ]; do kill -0 "${started[0]}" 2>/dev/null || { cat "$work/log/munged.log"; exit 1; }; sleep 0.1; done
slurmctld -D >"$work/log/ctld.log" 2>&1 &
started+=($!)
slurmd -D -N "$host" >"$work/log/d.log" 2>&1 &
started+=($!)
for _ in $(seq 300); do sinfo -h -o %t 2>/dev/null | grep -q idle && break; sleep 0.1; done
sinfo -h -o %t 2>/dev/null | grep -q idle || { echo "Slurm does not start"; tail -n 5 "$work"/log/*.log; exit 1; }

# Many enough that a task takes some seconds: it is killed while it has a checkpoint and no part.
sweep=(dotnet "$tool" sweep "$PWD/rules/security-council" seven-of-eleven --sample "${SCENARIOS:-4e7}" --seed 7)
for member in 0 2 5 8 10; do sweep+=(--vary "members[$member].vote"); done

# As the page about sweeps has it.
cat >"$work/sweep.sbatch" <<END
#!/bin/bash
#SBATCH --array=1-$tasks
#SBATCH --requeue
#SBATCH --open-mode=append
#SBATCH --output=$work/log/task-%a.log
echo \$\$ >$work/pid-\$SLURM_ARRAY_TASK_ID
exec ${sweep[*]} --threads 1 --shard auto --checkpoint-every 0.2 --checkpoint $work/parts/checkpoint-\$SLURM_ARRAY_TASK_ID.json --resume --output $work/parts/part-\$SLURM_ARRAY_TASK_ID.json
END

job=$(sbatch --parsable --chdir="$work" "$work/sweep.sbatch") || exit 1
checkpoint=$work/parts/checkpoint-$killed.json
for _ in $(seq 3000); do { [ -e "$checkpoint" ] || [ -z "$(squeue -h -j "$job")" ]; } && break; sleep 0.1; done
[ -e "$checkpoint" ] && [ ! -e "$work/parts/part-$killed.json" ] || { echo "task $killed was not met in the middle"; cat "$work/log/task-$killed.log"; exit 1; }
done_before=$(sed -n 's/.*"done":\([0-9]*\).*/\1/p' "$checkpoint")
# As a node that goes down does it: no process is asked, and the task stands in the queue again.
kill -9 "$(cat "$work/pid-$killed")"
scontrol requeue "${job}_$killed" 2>"$work/log/requeue.log" || cat "$work/log/requeue.log"

for _ in $(seq 6000); do [ -z "$(squeue -h -j "$job" 2>/dev/null)" ] && break; sleep 0.1; done
for task in $(seq "$tasks"); do [ -e "$work/parts/part-$task.json" ] || { echo "task $task left no part"; cat "$work/log/task-$task.log"; exit 1; }; done
restarts=$(scontrol show job "${job}_$killed" | sed -n 's/.*Restarts=\([0-9]*\).*/\1/p' | head -n 1)
[ "${restarts:-0}" -ge 1 ] || { echo "task $killed was not put back into the queue"; exit 1; }

dotnet "$tool" merge "$work"/parts/part-*.json --format json --output "$work/merged.json" || exit 1
"${sweep[@]}" --format json --output "$work/whole.json" || exit 1
cmp "$work/merged.json" "$work/whole.json" || exit 1
echo "$tasks tasks, task $killed killed after $done_before of its scenarios and gone on with: put together, they are what one run gives, byte for byte"
