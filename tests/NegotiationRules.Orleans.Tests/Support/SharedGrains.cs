using System.Collections.Concurrent;
using System.Text;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace NegotiationRules.Orleans.Tests.Support;

/// <summary>A grain storage outside of all silos, as a database is: what is in it stays when a silo is lost. It keeps what a serializer of
/// Orleans writes, and can fail.</summary>
internal sealed class SharedGrains
{
    private readonly ConcurrentDictionary<GrainId, (byte[] Bytes, string Tag)> _rows = [];
    private long _tags;
    private long _writes;

    /// <summary>How often something was written.</summary>
    public long Writes => Interlocked.Read(ref _writes);

    public int Count => _rows.Count;

    /// <summary>Whether it forgets what it is given: for memory that is measured without it. Nothing can be read again then.</summary>
    public bool IsForgetful { get; init; }

    /// <summary>Whether nothing can be written.</summary>
    public bool IsBroken { get; set; }

    /// <summary>What is stored of a grain, as text.</summary>
    public string TextOf(IGrainWithStringKey grain) => Encoding.UTF8.GetString(_rows[grain.GetGrainId()].Bytes);

    public bool Has(IGrainWithStringKey grain) => _rows.ContainsKey(grain.GetGrainId());

    /// <summary>Puts a text in the place of what is stored.</summary>
    public void Put(IGrainWithStringKey grain, string text) => _rows[grain.GetGrainId()] = (Encoding.UTF8.GetBytes(text), NextTag());

    /// <summary>The storage as one silo has it.</summary>
    public IGrainStorage Of(IGrainStorageSerializer serializer) => new Storage(this, serializer);

    private string NextTag() => $"{Interlocked.Increment(ref _tags)}";

    private void Write(GrainId grain, byte[] bytes, string? before, out string tag)
    {
        if (IsBroken)
        {
            throw new IOException("The storage is away.");
        }

        tag = NextTag();
        if (IsForgetful)
        {
            return;
        }

        var row = (bytes, tag);
        var isWritten = before is null ? _rows.TryAdd(grain, row)
            : _rows.TryGetValue(grain, out var now) && now.Tag == before && _rows.TryUpdate(grain, row, now);
        Interlocked.Increment(ref _writes);
        if (!isWritten)
        {
            throw new InconsistentStateException($"{grain} was written by another activation meanwhile.");
        }
    }

    private sealed class Storage(SharedGrains all, IGrainStorageSerializer serializer) : IGrainStorage
    {
        public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        {
            if (all._rows.TryGetValue(grainId, out var row))
            {
                grainState.State = serializer.Deserialize<T>(new BinaryData(row.Bytes));
                (grainState.ETag, grainState.RecordExists) = (row.Tag, true);
            }
            else
            {
                grainState.State = Activator.CreateInstance<T>();
                (grainState.ETag, grainState.RecordExists) = (null, false);
            }

            return Task.CompletedTask;
        }

        public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        {
            all.Write(grainId, serializer.Serialize(grainState.State).ToArray(), grainState.ETag, out var tag);
            (grainState.ETag, grainState.RecordExists) = (tag, true);
            return Task.CompletedTask;
        }

        public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        {
            all._rows.TryRemove(grainId, out _);
            grainState.State = Activator.CreateInstance<T>();
            (grainState.ETag, grainState.RecordExists) = (null, false);
            return Task.CompletedTask;
        }
    }
}
